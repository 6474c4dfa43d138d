import { join } from 'node:path';
import { ConfigError } from '../program/settings/config-error';
import { LEARNT_AT_BUILD } from '../program/content/kept-content';
import { KnowledgeError } from '../knowledge/knowledge-error';
import { PROJECT } from '../program/project-folder';
import { readKnowledgeDirectory } from '../program/settings/read-knowledge-directory';
import { createKeptLearning } from '../storage/learnt/kept-learning';
import { createTerminalAssistant } from './terminal/create-terminal-assistant';
import { USAGE, readArguments } from './terminal/read-arguments';
import type { AskArguments } from './terminal/read-arguments';
import { runChat, runOnce } from './terminal/run-chat';
import { runJson } from './terminal/run-json';
import { endQuietlyWithoutReader, writeOut } from './terminal/write-out';

const WRONG_USE = 2;
const KNOWLEDGE_UNUSABLE = 1;

/** Talks with the assistant in a terminal or through pipes: the same bot the channels have, with nothing kept. */
async function main(): Promise<void> {
  endQuietlyWithoutReader();
  const task = readArguments(process.argv.slice(2));
  if (task.kind === 'help') return writeOut(USAGE);
  if (task.kind === 'wrong') {
    process.stderr.write(`${task.problem}\n\n${USAGE}`);
    process.exitCode = WRONG_USE;
    return;
  }
  try {
    await run(task);
  } catch (error) {
    if (!(error instanceof KnowledgeError || error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = KNOWLEDGE_UNUSABLE;
  }
}

async function run(task: Exclude<AskArguments, { kind: 'help' | 'wrong' }>): Promise<void> {
  const talk = await createTerminalAssistant({
    knowledgeDirectory: readKnowledgeDirectory(join(PROJECT, 'knowledge')),
    kept: createKeptLearning(LEARNT_AT_BUILD),
  });
  switch (task.kind) {
    case 'chat':
      return runChat(talk);
    case 'once':
      return runOnce(talk, task.question);
    case 'json':
      return runJson(talk, task.conversation);
    default:
      return task satisfies never;
  }
}

void main();
