import type { Frame, Page } from 'playwright-core';

/** A text whose letters stand out too little from what is behind them. */
export interface LowContrast {
  readonly text: string;
  readonly element: string;
  readonly colours: string;
  readonly ratio: number;
}

/**
 * Runs in the browser. Every text that is shown, in shadow roots, fields and their placeholders too, is measured against
 * the grounds behind it, layer upon layer, as WCAG 2.2 (1.4.3) reckons: 4.5, or 3 for large letters. Texts on a gradient
 * are measured against each of its colours. What a person cannot use (`disabled`) or see is left out.
 */
const MEASURE = String.raw`
(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (colour) => {
    const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
    if (plain) return [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a], [red, green, blue]) =>
    [r * a + red * (1 - a), g * a + green * (1 - a), b * a + blue * (1 - a), 1];
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const above = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
  /** The grounds behind an element: one, or each colour of a gradient. */
  const grounds = (element) => {
    if (!element) return [getComputedStyle(document.documentElement).colorScheme.includes('dark') && isDark() ? [18, 18, 18, 1] : [255, 255, 255, 1]];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const colour = read(backgroundColor);
    const stops = backgroundImage.match(/(?:rgba?|color)\([^)]*\)/g) ?? [];
    if (stops.length === 0 && colour[3] === 1) return [colour];
    const behind = grounds(above(element)).map((ground) => over(colour, ground));
    return stops.length === 0 ? behind : behind.flatMap((ground) => stops.map((stop) => over(read(stop), ground)));
  };
  const fade = (element) => {
    let share = 1;
    for (let one = element; one; one = above(one)) share *= +getComputedStyle(one).opacity;
    return share;
  };
  const measure = (element, style = getComputedStyle(element)) => {
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const colour = read(style.color);
    const share = colour[3] * fade(element);
    const found = Math.min(...grounds(element).map((ground) => ratio(over([...colour.slice(0, 3), share], ground), ground)));
    return { ratio: Math.round(found * 100) / 100, isLow: found < (isLarge ? 3 : 4.5), colours: style.color };
  };
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !element.closest('.unseen, .hidden, svg, option, script, style, [disabled], [aria-disabled=true]');
  const walk = (root) => {
    const found = [];
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) found.push(...walk(element.shadowRoot));
      if (!isSeen(element)) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(' ').trim();
      const text = own || (element.matches('input, textarea') ? element.value : '');
      if (text) found.push({ element, text });
      if (element.placeholder && !element.value) found.push({ element, text: element.placeholder, pseudo: '::placeholder' });
    }
    return found;
  };
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => '.' + one).join('');
  window.measureContrast = () =>
    walk(document).flatMap(({ element, text, pseudo }) => {
      const { isLow, ...told } = measure(element, getComputedStyle(element, pseudo));
      return isLow ? [{ text: text.slice(0, 40), element: name(element) + (pseudo ?? ''), ...told }] : [];
    });
  /** Gives each text in turn a colour; the ones where that is not noticed. */
  window.seedContrast = (colour, pattern) =>
    walk(document).flatMap(({ element, text, pseudo }) => {
      if (pseudo || !new RegExp(pattern).test(text)) return [];
      element.style.setProperty('color', colour, 'important');
      const { isLow, ratio } = measure(element);
      element.style.removeProperty('color');
      return isLow ? [] : [{ text: text.slice(0, 40), element: name(element), colours: colour, ratio }];
    });
  window.countTexts = (pattern) => walk(document).filter(({ text }) => new RegExp(pattern).test(text)).length;
})()`;

const ARABIC = '[\\u0620-\\u064A]';

/** The texts of a page or frame that cannot be read well. */
export async function findLowContrast(frame: Page | Frame): Promise<readonly LowContrast[]> {
  await frame.evaluate(MEASURE);
  return frame.evaluate('measureContrast()');
}

/** Arabic texts of a page that could be given a colour without {@link findLowContrast} noticing, and how many there are. */
export async function seedContrast(
  frame: Page | Frame,
  colour: string,
): Promise<{ readonly unnoticed: readonly LowContrast[]; readonly texts: number }> {
  await frame.evaluate(MEASURE);
  const seeded: readonly LowContrast[] = await frame.evaluate(
    `seedContrast(${JSON.stringify(colour)}, ${JSON.stringify(ARABIC)})`,
  );
  return { unnoticed: seeded, texts: await frame.evaluate(`countTexts(${JSON.stringify(ARABIC)})`) };
}
