import { useEffect, useState } from 'preact/hooks';

/** Whether the page can be seen (the tab is in front). */
export function useShown(): boolean {
  const isVisible = (): boolean => document.visibilityState === 'visible';
  const [isShown, setShown] = useState(isVisible());
  useEffect(() => {
    const look = (): void => setShown(isVisible());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isShown;
}
