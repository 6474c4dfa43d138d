import { ConfigError } from '../settings/config-error';
import { KnowledgeError } from '../../knowledge/knowledge-error';
import { StartError } from './start-error';
import { StorageSetupError } from '../../storage/engine/storage-setup-error';

/** What an operator reads when the program does not start: a plain list for what can be mended, a stack for a bug. */
export function describeStartFault(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describeStartFault).join('\n\n');
  const isKnown = [ConfigError, KnowledgeError, StorageSetupError, StartError].some((kind) => error instanceof kind);
  if (error instanceof Error) return isKnown ? error.message : (error.stack ?? error.message);
  return String(error);
}
