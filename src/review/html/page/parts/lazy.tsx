import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface LazyProps {
  /** Roughly, in pixels, so that the scroll bar tells the truth. */
  readonly height: number;
  /** Whether it is in sight from the start, as far as can be told. */
  readonly eager?: boolean;
  readonly children: () => ComponentChildren;
}

/** Draws its children once they come near to what is in sight. */
export function Lazy({ height, eager = false, children }: LazyProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(eager);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '800px' },
    );
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} style={isNear ? {} : { height: `${height}px` }}>
      {isNear && children()}
    </div>
  );
}
