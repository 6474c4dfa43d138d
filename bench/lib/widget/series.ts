import type { Client } from './client';
import type { Opening } from './measure-opening';

/** All openings of one client at one speed of the processor. */
export interface Series {
  readonly client: Client;
  /** Times the processor is slowed down. */
  readonly slowdown: number;
  readonly openings: Opening[];
}
