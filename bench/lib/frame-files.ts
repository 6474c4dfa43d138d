import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What people put around a question: see test/questions/messages/README.md. */
export type FrameKind = 'greeting' | 'introduction' | 'story' | 'plea';

/** Frames by kind and dialect; `{}` stands for the question. */
export type Frames = Readonly<Record<FrameKind, Readonly<Record<string, readonly string[]>>>>;

/** Loads the frames. */
export function loadFrames(): Frames {
  return JSON.parse(readFileSync(join('test', 'questions', 'messages', 'frames.json'), 'utf8')) as Frames;
}
