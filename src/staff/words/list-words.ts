import type { Knowledge } from '../../knowledge/knowledge';
import { entriesOf, entryOf } from './entries-of';
import { listCheckRules } from './list-check-rules';
import { listUrgentWords } from './list-urgent-words';
import type { WordEntry, WordList, WordListId, WordSection } from './word-list';

type Content = Pick<Knowledge, 'vocabulary' | 'dialects' | 'urgent' | 'eligibility' | 'forbidden'>;

/** A list of words as it is read now. Pure. */
export function listWords(knowledge: Content, id: WordListId): WordList {
  return { id, file: `knowledge/${id}.yaml`, sections: sectionsOf(knowledge, id) };
}

function sectionsOf(
  { vocabulary, dialects, urgent, eligibility, forbidden }: Content,
  id: WordListId,
): readonly WordSection[] {
  switch (id) {
    case 'vocabulary':
      return listVocabulary(vocabulary);
    case 'dialects':
      return [{ id: 'concepts', entries: entriesOf(dialects.concepts) }];
    case 'urgent':
      return listUrgentWords(urgent);
    case 'eligibility':
      return listCheckRules(eligibility);
    case 'forbidden':
      return listForbidden(forbidden);
    default:
      return id satisfies never;
  }
}

function listVocabulary(vocabulary: Knowledge['vocabulary']): readonly WordSection[] {
  const { concepts, commands, answers, areas, wishes, social, days, arabizi, languages } = vocabulary;
  const { courtesy, asking, askers, distress, introductions } = vocabulary;
  return [
    { id: 'concepts', entries: entriesOf(concepts) },
    { id: 'commands', entries: entriesOf({ ...commands, ...wishes }) },
    { id: 'answers', entries: entriesOf({ ...answers, ...areas }) },
    { id: 'social', entries: entriesOf(social) },
    { id: 'days', entries: entriesOf(days) },
    { id: 'around', entries: entriesOf({ courtesy, asking, askers, distress, introductions }) },
    {
      id: 'latin',
      entries: [
        entryOf(
          'arabizi',
          Object.entries(arabizi).map(([latin, arabic]) => `${latin} = ${arabic}`),
        ),
      ],
    },
    { id: 'languages', entries: entriesOf(languages) },
  ];
}

function listForbidden({ wordings, openings }: Knowledge['forbidden']): readonly WordSection[] {
  const entry = ({ reason, instead, words, unless = [] }: Knowledge['forbidden']['wordings'][number]): WordEntry => ({
    title: reason,
    remarks: [{ kind: 'said', key: 'instead', values: { instead } }],
    words,
    except: unless,
  });
  return [
    { id: 'wordings', entries: wordings.map(entry) },
    { id: 'openings', entries: openings === undefined ? [] : [entry(openings)] },
  ];
}
