import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The height of a row of the list in pixels; the style sheet says the same. */
export const ROW_HEIGHT = 26;
/** Rows above and below those in sight, so that scrolling does not show gaps. */
const MARGIN = 12;

/** Which rows of a scrolled list are in sight. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): { readonly from: number; readonly to: number } {
  const [sight, setSight] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = scroller.current!;
    const look = (): void => setSight({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const from = Math.max(0, Math.floor(sight.top / ROW_HEIGHT) - MARGIN);
  const to = Math.min(count, Math.ceil((sight.top + sight.height) / ROW_HEIGHT) + MARGIN);
  // Where the list became shorter than what was scrolled to, its end is shown.
  return from < count ? { from, to } : { from: Math.max(0, count - 2 * MARGIN), to: count };
}
