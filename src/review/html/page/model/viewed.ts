import { useState } from 'preact/hooks';
import type { PageData, PageFile } from '../../data.ts';
import { keep, read } from './settings.ts';

/** The files that the reader has ticked off. */
export interface Viewed {
  readonly has: (file: PageFile) => boolean;
  readonly toggle: (file: PageFile) => void;
  readonly count: number;
}

/** Remembered between visits, for as long as the change of the file is the same. */
export function useViewed({ title, files }: PageData): Viewed {
  const name = `viewed ${title}`;
  const [ticks, setTicks] = useState(() => {
    const known = new Set((read(name) ?? '').split('\n'));
    return new Set(files.filter((file) => known.has(tickOf(file))));
  });
  return {
    has: (file) => ticks.has(file),
    count: ticks.size,
    toggle: (file) => {
      const next = new Set(ticks);
      if (!next.delete(file)) next.add(file);
      setTicks(next);
      keep(name, [...next].map(tickOf).join('\n'));
    },
  };
}

/** Another one once the change is another one (FNV-1a, 32 bits). */
function tickOf(file: PageFile): string {
  let hash = 0x811c9dc5;
  for (const { lines } of file.hunks)
    for (const line of lines)
      for (let index = 0; index < line.length; index++)
        hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  return `${(hash >>> 0).toString(36)} ${file.key}`;
}
