import type { LogEvent } from 'kysely';

import { readStorageFault } from './read-storage-fault';
import { StorageUnavailableError } from '../../bot/ports/storage-unavailable-error';

/** Told of each statement: how long it took, and by which fault it failed. Never of what it held. */
export type StatementWatch = (seconds: number, fault: string | undefined) => void;

/** The setting of Kysely for it. */
export const logOf = (watch: StatementWatch | undefined): { readonly log?: (event: LogEvent) => void } =>
  watch === undefined ? {} : { log: (event) => watch(event.queryDurationMillis / 1000, faultOf(event)) };

const faultOf = (event: LogEvent): string | undefined =>
  event.level === 'query' ? undefined : faultNameOf(event.error);

/** What a failed statement is counted under. */
export const faultNameOf = (error: unknown): string => {
  const fault = readStorageFault(error);
  return fault instanceof StorageUnavailableError ? fault.fault : fault.name;
};
