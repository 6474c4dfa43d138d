import type { FrameKind, Frames } from './frame-files';
import type { Answerer } from './measure-messages';
import type { InScopeRow } from './question-files';

/** How many of the questions that are right alone are right in each frame. */
export interface FrameResults {
  readonly asked: number;
  readonly alone: number;
  readonly framed: Readonly<Record<FrameKind, number>>;
}

/** Asks questions alone, and those that are right in each kind of frame of their dialect. */
export async function measureFrames(
  program: Answerer,
  rows: readonly InScopeRow[],
  frames: Frames,
): Promise<FrameResults> {
  const isRight = async (text: string, topic: string): Promise<boolean> => {
    const [reply] = await program.say(text);
    await program.leave();
    return reply?.kind === 'answer' && reply.topics[0] === topic;
  };
  const framable = rows.filter(({ dialect }) => DIALECTS[dialect] !== undefined);
  const right: InScopeRow[] = [];
  for (const row of framable) if (await isRight(row.text, row.topic)) right.push(row);

  const count = async (kind: FrameKind): Promise<number> => {
    let framed = 0;
    for (const [at, { dialect, text, topic }] of right.entries()) {
      const ofDialect = frames[kind][DIALECTS[dialect] ?? ''] ?? [];
      const frame = ofDialect[at % ofDialect.length] ?? '{}';
      if (await isRight(frame.replace('{}', text), topic)) framed += 1;
    }
    return framed;
  };
  return {
    asked: framable.length,
    alone: right.length,
    framed: {
      greeting: await count('greeting'),
      introduction: await count('introduction'),
      story: await count('story'),
      plea: await count('plea'),
    },
  };
}

/** The dialects of question files, as frames name them. */
const DIALECTS: Readonly<Record<string, string>> = {
  egyptian: 'egy',
  gulf: 'glf',
  levantine: 'lev',
  iraqi: 'irq',
  maghrebi: 'mag',
  msa: 'msa',
};
