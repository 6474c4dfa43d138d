/** Tells whoever looks after the site what is wrong with its set-up. */
export function report(fault: string): void {
  // The place where whoever sets a site up looks.
  // eslint-disable-next-line no-console
  console.error('prp-assistant:', fault);
}
