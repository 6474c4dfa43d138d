/** Tells whoever looks after the site what is wrong with its set-up. */
export function report(fault: string): void {
  console.error('prp-assistant:', fault);
}
