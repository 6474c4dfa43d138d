import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Transcript, readTranscript } from './transcript';

const DIRECTORY = join(__dirname, '../conversations');

/** The names of all transcripts, for a table of cases. */
export function listConversations(): string[] {
  return readdirSync(DIRECTORY).filter((file) => file.endsWith('.txt'));
}

/** Reads one of them. */
export function readConversation(file: string): Transcript {
  return readTranscript(readFileSync(join(DIRECTORY, file), 'utf8'));
}
