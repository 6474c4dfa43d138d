/** What the doctor found: fine, worth a look, or something that must be mended. */
export interface Finding {
  readonly area: 'node' | 'settings' | 'content' | 'disk' | 'database' | 'clock' | 'server' | 'proxy' | 'azure';
  readonly state: 'ok' | 'warning' | 'fault';
  readonly said: string;
  /** What to do. */
  readonly remedy?: string;
}

type Say = (said: string, remedy?: string) => Finding;

/** Ways to say what was found in one area. */
export function findingsOf(area: Finding['area']): Readonly<Record<Finding['state'], Say>> {
  const say =
    (state: Finding['state']): Say =>
    (said, remedy) => ({ area, state, said, ...(remedy !== undefined && { remedy }) });
  return { ok: say('ok'), warning: say('warning'), fault: say('fault') };
}
