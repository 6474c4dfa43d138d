import { outcomeOf, type Tally } from '../../bot/turn/tally';
import type { Figure, FigureStore, Subject } from '../../staff/figures/figure';

/** Milliseconds counts are gathered before they are written: a program that is killed loses as much. */
const EVERY = 5000;

/** Gathers counts in memory and adds them to the store now and then: no turn waits for them. */
export interface KeptTally extends Tally {
  /** Writes what is gathered, and ends. */
  stop(): Promise<void>;
}

interface Dependencies {
  readonly figures: Pick<FigureStore, 'add'>;
  /** Year-month-day by the clinic's clock. */
  readonly today: () => string;
  /** The revision that brought the live text of a topic; 0: the files. */
  readonly revisionOf: (topic: string) => number;
  readonly onFailure: (error: unknown) => void;
}

export function createTally({ figures, today, revisionOf, onFailure }: Dependencies): KeptTally {
  let gathered = new Map<string, Figure>();
  let writing: Promise<void> = Promise.resolve();

  const add = (figure: Figure): void => {
    const key = `${figure.day} ${figure.subject} ${figure.revision}`;
    gathered.set(key, { ...figure, count: figure.count + (gathered.get(key)?.count ?? 0) });
  };
  const count = (subject: Subject, of = 0): void => add({ day: today(), subject, revision: of, count: 1 });
  const write = async (): Promise<void> => {
    const some = gathered;
    if (some.size === 0) return;
    gathered = new Map();
    try {
      // In one order on every instance: two that add to the same counts never wait for each other in a circle.
      await figures.add([...some].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure));
    } catch (error) {
      // Counted again with the next ones.
      [...some.values()].forEach(add);
      onFailure(error);
    }
  };
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, EVERY).unref();

  return {
    began: () => count('began'),
    answered: (replies, milestones) => {
      for (const milestone of milestones) count(milestone);
      const outcome = outcomeOf(replies);
      if (outcome === undefined) return;
      count(outcome);
      if (outcome !== 'answer') return;
      const topics = new Set(replies.flatMap(({ kind, topics: of }) => (kind === 'answer' ? of : [])));
      for (const topic of topics) count(`topic:${topic}`, revisionOf(topic));
    },
    revisionOf,
    rated: ({ answers, helped, reason }, part) => {
      for (const { topic, revision } of answers) {
        if (part === 'verdict') count(`${helped ? 'helped' : 'failed'}:${topic}`, revision);
        else if (reason !== undefined) count(`${reason}:${topic}`, revision);
      }
    },
    stop: async () => {
      clearInterval(timer);
      await writing;
      await write();
    },
  };
}
