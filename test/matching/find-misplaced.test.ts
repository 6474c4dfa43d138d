import { newPhrasings } from '../../src/cli/knowledge/new-phrasings';
import type { MatcherContent } from '../../src/matching/matcher-content';
import { findMisplaced } from '../../src/matching/find-misplaced';
import { loadShipped } from '../helpers/load-shipped';

const shipped = loadShipped();
const MOST = 60;
const [strays = ['', { title: '', examples: [] }]] = Object.entries(shipped.outOfScope.groups);

/** Phrasings, the topic each is put under, and the one it reads like; undefined: it is in its place. */
const TRIED = [
  ['pain-numbing', 'كم سعر الجلسة الواحدة وكم التكلفة كلها بالدينار', 'price'],
  ['clinic-location', 'بيوجع وهو بيغرز الابر ولا في بنج', 'pain-numbing'],
  ['price', 'انا حامل بالشهر الرابع ينفع اعملها', 'pregnancy-breastfeeding'],
  ['price', 'كم تكلف ابرة البلازما عندكم', undefined],
  ['pain-numbing', 'هل تؤلم الابر وهل فيه بنج', undefined],
] as const;

/** Four topics with some of their phrasings, so that they are learnt in a moment. */
const content: MatcherContent = {
  vocabulary: shipped.vocabulary,
  dialects: shipped.dialects,
  topics: shipped.topics
    .filter(({ id }) => ['price', 'pain-numbing', 'clinic-location', 'pregnancy-breastfeeding'].includes(id))
    .map((topic) => ({
      ...topic,
      phrasings: [
        ...topic.phrasings.slice(0, MOST),
        ...TRIED.flatMap(([id, phrasing]) => (id === topic.id ? [phrasing] : [])),
      ],
    })),
  outOfScope: { groups: Object.fromEntries([strays]) },
  openQuestions: { openQuestions: [] },
};

it('a phrasing is judged by what stands in other places, not by where it stands itself', () => {
  const tried = new Set<string>(TRIED.map(([, phrasing]) => phrasing));
  const found = findMisplaced(content, (phrasing) => tried.has(phrasing));
  expect(new Map(found.map(({ phrasing, likelier }) => [phrasing, likelier]))).toEqual(
    new Map(TRIED.flatMap(([, phrasing, likelier]) => (likelier === undefined ? [] : [[phrasing, likelier]]))),
  );
});

it('what a topic did not have before is new, another spelling of what it had is not', () => {
  const isNew = newPhrasings({
    'faq/cost.yaml': { topics: [{ id: 'price', phrasings: ['بكم الإبرة'] }] },
    'clinic.yaml': {},
  });
  expect([isNew('بكم الابره', 'price'), isNew('بكم الإبرة', 'pain'), isNew('كم سعرها', 'price')]).toEqual([
    false,
    true,
    true,
  ]);
});
