/** The `code` of what a driver or Node threw: a SQLSTATE, SQLite or system code. */
export const readErrorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code !== ''
    ? error.code
    : undefined;
