const SAFE = ['https:', 'http:', 'tel:', 'mailto:'];

/** The address of a link, if it is of a kind that can do no harm; undefined for any other (`javascript:`, `data:` …). */
export function readSafeUrl(text: string): string | undefined {
  try {
    const url = new URL(text.trim());
    return SAFE.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
