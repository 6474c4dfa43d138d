/** The program cannot start, for a reason the operator can mend; the message is plain English. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const CAUSES: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is in use by another program, perhaps by this one, started twice. Stop it, or set PORT.`,
  EACCES: (_host, port) => `This user may not listen on port ${port}. Set PORT to 1024 or above.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: (host) => `HOST is ${host}, a name that leads nowhere.`,
};

/** What an operator is told about a port that cannot be had. */
export function readListenFault(error: unknown, host: string, port: number): unknown {
  const { code } = error as { readonly code?: unknown };
  const explain = typeof code === 'string' ? CAUSES[code] : undefined;
  return explain === undefined ? error : new StartError(explain(host, port));
}
