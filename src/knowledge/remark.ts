import type { Finding } from './fault';

/** Topics a phrasing finds, best first: those answered or offered. */
export type FindTopics = (phrasing: string) => readonly string[];

/** Something about loaded content that should be better: a fault must be mended, a warning should be looked at. */
export interface Remark extends Finding {
  readonly kind: 'fault' | 'warning';
}
