import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageData } from '../page-data';
import { createClock, type Clock } from '../text/clock';

/** Takes up the line that a moment will stand on. */
const BLANK = '\u00A0';

/**
 * The clock of the page. Until the first messages are on the screen its moments are blank: the first that is written
 * takes the browser 10 ms, 40 ms on a slow phone, in which nobody could read anything.
 */
export function useClock(data: PageData, hasMessages: boolean): Clock {
  const clock = useMemo(() => createClock(data.dates, data.strings), [data]);
  const [isWritten, setWritten] = useState(false);
  // Effects run when the picture is on the screen.
  useEffect(() => {
    if (hasMessages) setWritten(true);
  }, [hasMessages]);
  return useMemo(() => (isWritten ? clock : { ...clock, time: () => BLANK, date: () => BLANK }), [clock, isWritten]);
}
