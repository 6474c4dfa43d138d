import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Questions written by people who did not look at knowledge/: `development` to fit on, `held-out` to report on. */
export type QuestionSet = 'development' | 'held-out';

/** A question about one topic. */
export interface InScopeRow {
  readonly topic: string;
  readonly dialect: string;
  readonly text: string;
}
export interface OutOfScopeRow {
  readonly kind: string;
  readonly dialect: string;
  readonly text: string;
}
/** `topic2` is "-" for a single question that only looks like two. */
export interface TwoQuestionsRow {
  readonly topic1: string;
  readonly topic2: string;
  readonly dialect: string;
  readonly text: string;
}
export interface FollowUpRow {
  readonly opening: string;
  readonly opening_topic: string;
  readonly dialect: string;
  readonly follow_up: string;
  readonly topic: string;
}
interface VignetteRow {
  readonly label: 'urgent' | 'soon' | 'normal';
  readonly dialect: string;
  readonly text: string;
}

export interface QuestionFiles {
  readonly inScope: readonly InScopeRow[];
  readonly outOfScope: readonly OutOfScopeRow[];
  readonly twoQuestions: readonly TwoQuestionsRow[];
  readonly followUps: readonly FollowUpRow[];
  readonly vignettes: readonly VignetteRow[];
}

const FOLDER = join('test', 'questions');

/** Loads one set of question files. */
export function loadQuestionFiles(set: QuestionSet): QuestionFiles {
  const folder = set === 'held-out' ? join(FOLDER, 'held-out') : FOLDER;
  return {
    inScope: loadRows(join(folder, set === 'held-out' ? 'in-scope.tsv' : 'development.tsv')),
    outOfScope: loadRows(join(folder, 'out-of-scope.tsv')),
    twoQuestions: loadRows(join(folder, 'two-questions.tsv')),
    followUps: loadRows(join(folder, 'follow-ups.tsv')),
    vignettes: loadRows(join(folder, 'vignettes.tsv')),
  };
}

/** Reads a tab-separated file whose first line names the columns. */
function loadRows<Row>(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Row;
  });
}
