/** White or black, whichever can be read better on a colour (`#rrggbb`): one of them always keeps WCAG's 4.5 : 1. */
export function readableOn(colour: string): string {
  const light = (at: number): number => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  // Where both contrasts are the same.
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) < 0.1791 ? '#fff' : '#000';
}
