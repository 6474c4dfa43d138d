import type { Finding, YamlPath } from './fault';
import type { Knowledge } from './knowledge';
import { suggest } from './reading/nearest';

type Content = Pick<
  Knowledge,
  | 'categories'
  | 'topicById'
  | 'sources'
  | 'messages'
  | 'vocabulary'
  | 'openQuestions'
  | 'facts'
  | 'eligibility'
  | 'urgent'
  | 'urgentMessages'
>;

/** What one file names and another must have: ids, facts, sources. Also names given twice. */
export function checkReferences(knowledge: Content): Finding[] {
  return [
    ...checkTwins(knowledge),
    ...checkTopicReferences(knowledge),
    ...checkOffers(knowledge),
    ...checkFactReferences(knowledge),
    ...checkFactSources(knowledge),
    ...checkSocialReplies(knowledge),
    ...checkMessageChoices(knowledge),
    ...checkUrgentSigns(knowledge),
  ];
}

function checkTwins({ categories }: Content): Finding[] {
  const seen = new Map<string, string>();
  const claim = (what: string, name: string, file: string, path: YamlPath): Finding[] => {
    const owner = seen.get(`${what} ${name}`);
    seen.set(`${what} ${name}`, owner ?? file);
    if (owner === undefined) return [];
    const expected = `a ${what} that no other has`;
    return [{ file, path, expected, tip: `${owner} already has it: change or delete one of the two` }];
  };
  return categories.flatMap((category) => [
    ...claim('category', category.id, category.file, ['category']),
    ...claim('button', category.title, category.file, ['title']),
    ...category.topics.flatMap((topic, at) => [
      ...claim('topic id', topic.id, category.file, ['topics', at, 'id']),
      ...claim('button', topic.button, category.file, ['topics', at, 'button']),
    ]),
  ]);
}

function checkTopicReferences({ categories, topicById, sources }: Content): Finding[] {
  const ids = [...topicById.keys()];
  const facts = Object.keys(sources.facts);
  return categories.flatMap(({ file, topics }) =>
    topics.flatMap((topic, at) => [
      ...topic.related.flatMap((id, nth) => {
        const path = ['topics', at, 'related', nth];
        if (id === topic.id)
          return [{ file, path, expected: 'other topics than this one', tip: 'delete it or name another' }];
        return topicById.has(id) ? [] : [{ file, path, expected: 'the id of a topic', tip: suggest(id, ids, 'topic') }];
      }),
      ...topic.facts.flatMap((fact, nth) =>
        fact in sources.facts
          ? []
          : [
              {
                file,
                path: ['topics', at, 'facts', nth],
                expected: 'the number of a fact in sources.yaml',
                tip: suggest(fact, facts, 'fact'),
              },
            ],
      ),
    ]),
  );
}

function checkOffers({ openQuestions: { openQuestions }, topicById }: Content): Finding[] {
  const ids = [...topicById.keys()];
  return openQuestions.flatMap(({ offer }, at) =>
    offer.flatMap((id, nth) => {
      if (topicById.has(id)) return [];
      const path = ['openQuestions', at, 'offer', nth];
      return [{ file: 'open-questions.yaml', path, expected: 'the id of a topic', tip: suggest(id, ids, 'topic') }];
    }),
  );
}

/** What facts.yaml names: topics, questions of the eligibility check, concepts, facts of its own. */
function checkFactReferences({ facts, topicById, eligibility, vocabulary, categories }: Content): Finding[] {
  const topics = [...topicById.keys()];
  const items = eligibility.questions.flatMap(({ id, followUp }) => (followUp ? [id, followUp.id] : [id]));
  const concepts = Object.keys(vocabulary.concepts);
  const known = facts.facts.map(({ id }) => id);
  const groups = categories.map(({ id }) => id);
  const named = (path: YamlPath, id: string | undefined, ids: readonly string[], what: string): Finding[] => {
    if (id === undefined || ids.includes(id)) return [];
    return [{ file: 'facts.yaml', path, expected: `the id of a ${what}`, tip: suggest(id, ids, what) }];
  };
  return [
    ...facts.facts.flatMap(({ topic, check, concepts: used, takesBack, only }, at) => [
      ...(takesBack ?? []).flatMap((id, nth) => named(['facts', at, 'takesBack', nth], id, known, 'fact')),
      ...(only ?? []).flatMap((id, nth) => named(['facts', at, 'only', nth], id, groups, 'category')),
      ...named(['facts', at, 'topic'], topic, topics, 'topic'),
      ...named(['facts', at, 'check', 'item'], check?.item, items, 'question'),
      ...(used ?? []).flatMap((id, nth) => named(['facts', at, 'concepts', nth], id, concepts, 'concept')),
    ]),
    ...named(['age', 'minor'], facts.age.minor, known, 'fact'),
    ...named(['age', 'adult'], facts.age.adult, known, 'fact'),
    ...named(['session', 'id'], facts.session.id, known, 'fact'),
    ...facts.followUps.topics.flatMap((id, at) => named(['followUps', 'topics', at], id, topics, 'topic')),
    ...named(['followUps', 'afterCheck'], facts.followUps.afterCheck, topics, 'topic'),
    ...facts.silentCategories.flatMap((id, at) => named(['silentCategories', at], id, groups, 'category')),
    ...facts.followUps.neutral.flatMap((id, at) => named(['followUps', 'neutral', at], id, concepts, 'concept')),
    ...facts.followUps.naming.flatMap((id, at) => named(['followUps', 'naming', at], id, concepts, 'concept')),
  ];
}

function checkFactSources({ sources }: Content): Finding[] {
  return Object.entries(sources.facts).flatMap(([fact, { sources: named }]) =>
    named.flatMap((source, nth) =>
      source in sources.sources
        ? []
        : [
            {
              file: 'sources.yaml',
              path: ['facts', fact, 'sources', nth],
              expected: 'the number of a source under sources:',
              tip: suggest(source, Object.keys(sources.sources), 'source'),
            },
          ],
    ),
  );
}

function checkSocialReplies({ vocabulary, messages }: Content): Finding[] {
  const replies = Object.keys(messages.social);
  return Object.keys(vocabulary.social)
    .filter((kind) => !replies.includes(kind))
    .map((kind) => ({
      file: 'messages.yaml',
      path: ['social', kind],
      found: 'nothing',
      expected: `a reply to the social talk "${kind}" of vocabulary.yaml`,
      tip: `add a line "${kind}: …" under social:`,
    }));
}

/** Buttons in messages that name a topic. */
function checkMessageChoices({ messages, topicById }: Content): Finding[] {
  const ids = [...topicById.keys()];
  const findIn = (value: unknown, path: YamlPath): Finding[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const step = Array.isArray(value) ? Number(key) : key;
      if (key !== 'topic' || typeof inner !== 'string') return findIn(inner, [...path, step]);
      if (topicById.has(inner)) return [];
      const tip = suggest(inner, ids, 'topic');
      return [{ file: 'messages.yaml', path: [...path, step], expected: 'the id of a topic', tip }];
    });
  };
  return findIn(messages, []);
}

/** Messages to learn a sign from name a sign of the table; a sign of the table has rules or messages. */
function checkUrgentSigns({ urgent, urgentMessages }: Content): Finding[] {
  const named = urgent.tiers.rows.flatMap(({ signs }) => signs);
  const heard = new Set([...urgent.signs.map(({ id }) => id), ...urgentMessages.urgent.map(({ sign }) => sign)]);
  return [
    ...urgentMessages.urgent.flatMap(({ sign }, at) =>
      named.includes(sign)
        ? []
        : [
            {
              file: 'urgent-messages.yaml',
              path: ['urgent', at, 'sign'],
              expected: 'a sign of the table in urgent.yaml',
              tip: suggest(sign, named, 'signs of the table'),
            },
          ],
    ),
    ...urgent.tiers.rows.flatMap(({ signs }, row) =>
      signs.flatMap((sign, at) =>
        heard.has(sign)
          ? []
          : [
              {
                file: 'urgent.yaml',
                path: ['tiers', 'rows', row, 'signs', at],
                expected: 'a sign with rules, or with messages in urgent-messages.yaml',
                tip: suggest(sign, [...heard], 'signs'),
              },
            ],
      ),
    ),
  ];
}
