/** Drawings on a field of 24 × 24, as strokes. */
const PATHS = {
  send: 'M4 12h15M13 6l6 6-6 6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  restart: 'M4 5v5h5M4.6 10a8 8 0 1 1-.4 4.5',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  silence: 'M4 9v6h4l5 4V5L8 9zM17 9.5l5 5M22 9.5l-5 5',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  warning: 'M12 4l9.5 16h-19zM12 10v4M12 17h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const;

/** A drawing that says nothing by itself: what it stands on has the words. */
export function Icon({ name, flips = false }: { readonly name: keyof typeof PATHS; readonly flips?: boolean }) {
  return (
    <svg class={flips ? 'icon flips' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
