import { createHash } from 'node:crypto';
import {
  createUrgentReader,
  type CalmTalk,
  type UrgentContent,
  type UrgentReader,
} from '../../safety/create-urgent-reader';
import { readUrgent as readLearnt, writeUrgent } from '../../safety/urgent-bytes';
import type { KeptLearning } from '../../learning/kept-learning';

const FILE = 'urgent.bin';
/** Changes when the meaning of kept bytes changes: other traits, another way of learning. */
const VERSION = 11;

/**
 * The reader of urgent messages, with what it learnt kept: learning takes some ten seconds, reading it back some
 * milliseconds. What was learnt from other content, damaged or missing, is learnt and kept anew.
 *
 * @param calm what is known to be calm
 */
export function loadUrgentReader(
  { urgent, urgentMessages }: UrgentContent,
  calm: CalmTalk,
  kept: KeptLearning,
): UrgentReader {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, urgent, urgentMessages, calm]))
    .digest();
  const learnt = kept.find(FILE, (bytes) => readLearnt(key, bytes));
  const { readUrgent, trained } = createUrgentReader(
    { urgent, urgentMessages },
    { calm, ...(learnt && { kept: learnt }) },
  );
  if (trained !== learnt) kept.keep(FILE, writeUrgent(key, trained));
  return readUrgent;
}
