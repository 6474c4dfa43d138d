import { KnowledgeError } from './knowledge-error';
import { locate } from './locate';
import type { Remark } from './remark';

/** @throws KnowledgeError naming every fault among the remarks; warnings pass. */
export function refuseFaults(directory: string, remarks: readonly Remark[]): void {
  const faults = remarks.filter(({ kind }) => kind === 'fault');
  if (faults.length > 0) throw new KnowledgeError(locate(directory, faults));
}
