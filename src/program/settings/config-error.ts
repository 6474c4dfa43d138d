/** One thing wrong with one environment variable. */
export interface ConfigFault {
  readonly variable: string;
  /** What stands there, or that nothing does; a secret is never shown. */
  readonly found: string;
  /** Completes "expected …". */
  readonly expected: string;
}

/** The operator's environment does not fit; holds every fault, so that one start is enough to mend them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(
      ['The configuration has faults (see .env.example):']
        .concat(faults.map(({ variable, found, expected }) => `  ${variable}: found ${found}; expected ${expected}`))
        .join('\n'),
    );
    this.name = 'ConfigError';
  }
}
