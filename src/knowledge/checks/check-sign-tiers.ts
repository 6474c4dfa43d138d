import type { YamlPath } from '../fault';
import type { Knowledge } from '../knowledge';
import type { Remark } from '../remark';

type Content = Pick<Knowledge, 'urgent' | 'categories' | 'eligibility'>;

/**
 * The table of signs (urgent.yaml, tiers) and what people are told agree: the answer of the topic named there, and the
 * first question of the check, hold every phrase of the table, what is an emergency before what can be seen to today.
 */
export function checkSignTiers({ urgent, categories, eligibility }: Content): Remark[] {
  const { told, rows } = urgent.tiers;
  const answers = categories.flatMap(({ file, topics }) =>
    topics.flatMap(({ id, answer }, at) =>
      id === told ? [{ file, path: ['topics', at, 'answer'] as YamlPath, text: answer }] : [],
    ),
  );
  const { question, easier } = eligibility.symptoms;
  const asked = {
    file: 'eligibility.yaml',
    path: ['symptoms', 'easier'] as YamlPath,
    text: `${question} ${easier}`,
  };
  const phrases = rows.flatMap(({ kind, say }) => say.map((phrase) => ({ kind, phrase })));
  return [
    ...(answers.length > 0 ? [] : [fault('urgent.yaml', ['tiers', 'told'], told, 'the id of a topic')]),
    ...[...answers, asked].flatMap(({ file, path, text }) => {
      const plain = text.replace(/\s+/g, ' ');
      const from = Math.min(...phrases.filter(isToday).map(({ phrase }) => placeOf(phrase, plain)));
      return phrases.flatMap(({ kind, phrase }) => {
        const at = placeOf(phrase, plain);
        if (at === Infinity) return [fault(file, path, 'nothing of it', `"${phrase}", as in the table of urgent.yaml`)];
        const isBefore = at < from;
        if (isBefore === (kind === 'emergency')) return [];
        return [fault(file, path, `"${phrase}"`, 'what is an emergency first, then what can be seen to today')];
      });
    }),
  ];
}

function isToday({ kind }: { readonly kind: string }): boolean {
  return kind === 'same-day';
}

/** Where a phrase stands in a text; Infinity where it does not. */
function placeOf(phrase: string, text: string): number {
  const at = text.indexOf(phrase);
  return at < 0 ? Infinity : at;
}

function fault(file: string, path: YamlPath, found: string, expected: string): Remark {
  return {
    kind: 'fault',
    file,
    path,
    found,
    expected,
    tip: 'change the text, or the table and every text that tells it',
  };
}
