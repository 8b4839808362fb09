import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageFile } from '../../data.ts';
import { type Camera, fitted, moved, toPicture, zoomed } from '../graph/camera.ts';
import { draw, marginOf } from '../graph/draw.ts';
import type { GraphPicture } from '../graph/layout.ts';
import { paletteOf } from '../graph/palette.ts';
import type { Theme } from './header.tsx';

interface GraphCanvasProps {
  readonly picture: GraphPicture;
  readonly label: string;
  readonly shown: ReadonlySet<PageFile>;
  readonly selected: PageFile | null;
  readonly theme: Theme;
  readonly select: (file: PageFile | null) => void;
}

/** How near to a file the pointer must be, in pixels of the screen. */
const REACH = 10;

/** The picture: the wheel zooms, dragging moves, pointing shows a file's imports, a click keeps them. */
export function GraphCanvas({ picture, label, shown, selected, theme, select }: GraphCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [pointed, setPointed] = useState<PageFile | null>(null);
  const isDark = useDarkScheme();
  const current = camera ?? fitted(picture.radius, marginOf(picture), size.width, size.height);

  useEffect(() => {
    const element = canvas.current!;
    const context = element.getContext('2d')!;
    const ratio = devicePixelRatio;
    element.width = size.width * ratio;
    element.height = size.height * ratio;
    context.scale(ratio, ratio);
    const palette = paletteOf(element.parentElement!);
    draw(
      context,
      { picture, camera: current, palette, focus: pointed ?? selected, shown },
      size.width,
      size.height,
    );
  }, [picture, current.x, current.y, current.scale, pointed, selected, shown, size, theme, isDark]);

  const zoom = (factor: number, x = size.width / 2, y = size.height / 2): void =>
    setCamera(zoomed(current, factor, x, y));
  const fileAt = (event: MouseEvent): PageFile | null => {
    const at = toPicture(current, event.offsetX, event.offsetY);
    const near = picture.dots.filter((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) < REACH / current.scale);
    const distance = (dot: { x: number; y: number }): number => Math.hypot(dot.x - at.x, dot.y - at.y);
    return near.sort((a, b) => distance(a) - distance(b))[0]?.file ?? null;
  };
  const drag = useDrag((x, y) => setCamera(moved(current, x, y)));

  return (
    <div class="picture">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        style={{ cursor: pointed === null ? 'grab' : 'pointer' }}
        onPointerDown={drag.start}
        onPointerMove={(event) => {
          if (!drag.move(event)) setPointed(fileAt(event));
        }}
        onPointerUp={drag.end}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          if (!drag.wasMoved()) select(fileAt(event));
        }}
        onWheel={(event) => {
          event.preventDefault();
          zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
        }}
      />
      <div class="zoom">
        <button type="button" aria-label="Zoom in" onClick={() => zoom(1.4)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" onClick={() => setCamera(null)}>
          Fit
        </button>
      </div>
      {pointed !== null && <p class="pointed">{pointed.path}</p>}
    </div>
  );
}

function useSize(element: { readonly current: HTMLElement | null }): { width: number; height: number } {
  const [size, setSize] = useState({ width: 800, height: 600 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width, height });
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

function useDarkScheme(): boolean {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const [isDark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isDark;
}

/** Tells dragging from clicking. */
function useDrag(shift: (x: number, y: number) => void) {
  const state = useRef({ isDown: false, distance: 0 });
  return {
    start: (event: PointerEvent): void => {
      state.current = { isDown: true, distance: 0 };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    /** Whether the movement is part of a drag. */
    move: (event: PointerEvent): boolean => {
      if (!state.current.isDown) return false;
      state.current.distance += Math.abs(event.movementX) + Math.abs(event.movementY);
      shift(event.movementX, event.movementY);
      return true;
    },
    end: (): void => {
      state.current.isDown = false;
    },
    wasMoved: (): boolean => state.current.distance > 4,
  };
}
