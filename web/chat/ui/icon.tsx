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
  phone: 'M6 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z',
  chat: 'M12 4a8 8 0 1 1-3.9 15L4 20l1-4A8 8 0 0 1 12 4zM8.5 11h7M8.5 14h4.5',
  out: 'M10 5H5v14h14v-5M14 5h5v5M19 5l-8 8',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  pin: 'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20a7.5 7.5 0 0 1 15 0',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  language: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16M4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
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
