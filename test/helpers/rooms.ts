import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Content, loadContent } from '../../src/load-content';

/** Milliseconds a test file waits for them: the first one of a run trains the matcher. */
export const PATIENCE = 180_000;

/** The rooms below the bot with the shipped content. What the matcher learns is kept between test files. */
export function createRooms(): Promise<Content> {
  return loadContent(join(__dirname, '../../knowledge'), join(tmpdir(), 'prp-assistant-tests'));
}
