const COLOUR = /^#[\da-f]{6}$/i;

/** Paints the chat in the clinic's colour, with the text on it in white or black, whichever can be read better: one of them keeps 4.5 : 1. */
export function setAccent(colour: string): void {
  if (!COLOUR.test(colour)) return;
  const { style } = document.documentElement;
  style.setProperty('--accent', colour);
  style.setProperty(
    '--on-accent',
    contrast(1, luminance(colour)) >= contrast(luminance(colour), 0) ? '#ffffff' : '#000000',
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (lighter: number, darker: number): number => (lighter + 0.05) / (darker + 0.05);
