import type { Eligibility, EligibilityItem } from '../../knowledge/schema/eligibility-shape';
import type { Remark, WordEntry, WordSection } from './word-list';

const ANSWERS = ['yes', 'no', 'unsure'] as const;

/** The check: each question, why it is asked, where each answer leads, and the words that answer it. */
export function listCheckRules({ questions, limits, outcomes }: Eligibility): readonly WordSection[] {
  return [
    {
      id: 'questions',
      entries: questions.flatMap(({ followUp, ...question }) => [
        questionEntry(question),
        ...(followUp === undefined ? [] : [questionEntry(followUp)]),
      ]),
    },
    {
      id: 'limits',
      entries: [
        {
          title: limits.reason,
          remarks: [{ kind: 'said', key: 'limit', values: { count: limits.unsure } }],
          words: [],
          except: [],
        },
      ],
    },
    {
      id: 'outcomes',
      entries: Object.entries(outcomes).map(([id, { text, next }]): WordEntry => ({
        id,
        title: text,
        remarks: [],
        words: next.map(({ title }) => title),
        except: [],
      })),
    },
  ];
}

function questionEntry({
  id,
  short,
  question,
  why,
  answers,
  reason,
  says = {},
}: Omit<EligibilityItem, 'followUp'>): WordEntry {
  const leading = ANSWERS.filter((answer) => answers[answer] !== 'ok');
  return {
    id,
    title: short,
    remarks: [
      { kind: 'text', text: question },
      { kind: 'said', key: 'why', values: { why } },
      ...leading.map((answer): Remark => ({
        kind: 'said',
        key: 'leadsTo',
        values: { answer, verdict: answers[answer], reason: reason[answer] ?? '' },
      })),
    ],
    words: ANSWERS.flatMap((answer) => says[answer] ?? []),
    except: [],
  };
}
