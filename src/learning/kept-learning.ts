/** Files in which what was learnt from the content is kept from one start to the next. */
export interface KeptLearning {
  /** What `read` makes of the first file of this name that it can use. */
  find<Learnt>(name: string, read: (bytes: Buffer) => Learnt | undefined): Learnt | undefined;
  /** Keeps a file for the next start, whole or not at all; on a read-only or full disk nothing is kept. */
  keep(name: string, bytes: Buffer): void;
}
