/**
 * What one instance learnt of published content, for the others: learning takes each of them many seconds, reading it
 * back less than one. Lost, it is learnt again.
 */
export interface LearntModels {
  /** @param key names what it was learnt from */
  find(key: string): Promise<Uint8Array | undefined>;
  keep(key: string, bytes: Uint8Array): Promise<void>;
}
