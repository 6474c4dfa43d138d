/** A request that cannot be done as it was asked; its text is one of `faults` in knowledge/staff. */
export class ConsoleError extends Error {
  override readonly name = 'ConsoleError';

  constructor(
    readonly fault: 'notFound' | 'notOffered' | 'otherPage' | 'tooLarge' | 'noRole',
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(fault);
  }
}
