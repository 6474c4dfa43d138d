import { CHECKED, type Checked } from './check-while-typing';

/** Where there is room for one preview only, the second opens with a press. */
const NARROW = '(max-width: 40rem)';

/** Fills the frames of a preview (`data-previews`), and fills them again with what is typed. */
export function showPreviews(document: Document): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-previews]')) {
    let shown: unknown = JSON.parse(place.querySelector('script')?.textContent ?? '[]');
    const frames = [...place.querySelectorAll('iframe')];
    const tell = (): void => frames.forEach((frame) => frame.contentWindow?.postMessage(shown, location.origin));
    // Either begins first.
    addEventListener('message', ({ origin, source }) => {
      if (origin === location.origin && frames.some(({ contentWindow }) => contentWindow === source)) tell();
    });
    tell();
    document.addEventListener(CHECKED, ({ detail }: CustomEventInit<Checked>) => {
      // Something unfinished has no looks: what was shown last stays.
      if (detail?.previews === undefined) return;
      shown = detail.previews;
      tell();
    });
    const last = place.querySelector('details:last-of-type');
    if (matchMedia(NARROW).matches) last?.removeAttribute('open');
  }
}
