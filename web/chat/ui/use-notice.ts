import { useEffect, useState } from 'preact/hooks';

/** Long enough to be read, twice. */
const SHOWN_MS = 6_000;

/** A short word on what has just been done; it goes by itself. Said again, it stays longer. */
export function useNotice(): readonly [string, (text: string) => void] {
  const [notice, setNotice] = useState({ text: '' });
  useEffect(() => {
    if (notice.text === '') return;
    const timer = setTimeout(() => setNotice({ text: '' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice.text, (text) => setNotice({ text })];
}
