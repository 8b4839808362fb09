import type { FileStatus } from '../../../../project/report.ts';

/** The colours of the style sheet, for the canvas, which cannot use variables. */
export interface Palette {
  readonly status: Readonly<Record<FileStatus, string>>;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly cycle: string;
  readonly outgoing: string;
  readonly incoming: string;
  readonly surface: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const color = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    status: {
      converted: color('converted'),
      unchanged: color('unchanged'),
      refused: color('refused'),
      error: color('error'),
    },
    text: color('text'),
    muted: color('muted'),
    line: color('graph-line'),
    cycle: color('cycle'),
    outgoing: color('outgoing'),
    incoming: color('incoming'),
    surface: color('surface'),
  };
  probe.remove();
  return palette;
}
