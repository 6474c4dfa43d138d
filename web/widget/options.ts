/** What a site may set, as `data-` attributes of the script. */
export interface Options {
  /** Language of the window: `ar` or `en`. */
  readonly lang: 'ar' | 'en';
  /** Name of the chat; default: that of the strings. */
  readonly title: string | undefined;
  /** Shown beside the button until the chat is opened; empty: none. `data-greeting` without a value takes the clinic's. */
  readonly greeting: string | undefined;
  /** `#rrggbb` */
  readonly colour: string | undefined;
  /** The corner of the page; default: where lines end in the language. */
  readonly side: 'left' | 'right';
  readonly startsOpen: boolean;
  /** Asked once when the chat is first opened. */
  readonly question: string | undefined;
}

/** Reads `data-lang`, `-title`, `-greeting`, `-colour` (or `-color`), `-side`, `-open` and `-question`. */
export function readOptions({ dataset }: HTMLElement): Options {
  const { lang, title, greeting, colour = dataset['color'], side, open, question } = dataset;
  const isEnglish = lang === 'en';
  return {
    lang: isEnglish ? 'en' : 'ar',
    title,
    greeting,
    colour: colour !== undefined && /^#[\da-f]{6}$/i.test(colour) ? colour : undefined,
    side: side === 'right' || side === 'left' ? side : isEnglish ? 'right' : 'left',
    startsOpen: open !== undefined && open !== 'false',
    question,
  };
}
