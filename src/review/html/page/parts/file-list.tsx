import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PageFile } from '../../data.ts';
import type { ListRow } from '../model/list.ts';
import { hashOf } from '../model/route.ts';
import type { Viewed } from '../model/viewed.ts';
import { ROW_HEIGHT, useWindow } from './use-window.ts';

interface FileListProps {
  readonly rows: readonly ListRow[];
  readonly selected: PageFile | null;
  readonly inGraph: boolean;
  readonly viewed: Viewed;
}

/** The list of files. Only the rows in sight are in the page, however many files there are. */
export function FileList({ rows, selected, inGraph, viewed }: FileListProps) {
  const scroller = useRef<HTMLElement>(null);
  const { from, to } = useWindow(scroller, rows.length);
  const at = useMemo(
    () => rows.findIndex((row) => row.kind === 'file' && row.file === selected),
    [rows, selected],
  );
  useEffect(() => {
    if (at >= 0) bringIntoSight(scroller.current!, at);
  }, [at]);
  return (
    <nav ref={scroller} class="files" aria-label="Files">
      {rows.length === 0 && <p class="empty">No file passes the filters.</p>}
      <ul style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {rows.slice(from, to).map((row, index) => (
          <li
            key={row.kind === 'file' ? row.file.key : `${row.path}/ ${from + index}`}
            aria-setsize={rows.length}
            aria-posinset={from + index + 1}
            style={{ top: `${(from + index) * ROW_HEIGHT}px` }}
          >
            {row.kind === 'folder' ? (
              <span class="folder">
                <span class="name">{row.path}/</span> {row.count}
              </span>
            ) : (
              <FileLink file={row.file} isCurrent={row.file === selected} inGraph={inGraph} viewed={viewed} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface FileLinkProps {
  readonly file: PageFile;
  readonly isCurrent: boolean;
  readonly inGraph: boolean;
  readonly viewed: Viewed;
}

function FileLink({ file, isCurrent, inGraph, viewed }: FileLinkProps) {
  const { key, path, output, status } = file;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <a
      class={viewed.has(file) ? 'file viewed' : 'file'}
      href={hashOf({ view: inGraph ? 'graph' : 'file', key })}
      aria-current={isCurrent ? 'true' : undefined}
      title={path}
    >
      <span class={`dot ${status}`} aria-hidden="true" />
      <span class="name">{name}</span>
      {output !== path && <span class="renamed">→ {output.slice(output.lastIndexOf('.'))}</span>}
      {file.added && <span class="renamed">new</span>}
      {viewed.has(file) && <span class="tick">✓</span>}
      <span class="hidden">{status}</span>
    </a>
  );
}

function bringIntoSight(scroller: HTMLElement, index: number): void {
  const [top, height] = [index * ROW_HEIGHT, scroller.clientHeight];
  // One row of room on both sides shows that there is more.
  if (top - ROW_HEIGHT < scroller.scrollTop) scroller.scrollTop = top - ROW_HEIGHT;
  else if (top + 2 * ROW_HEIGHT > scroller.scrollTop + height)
    scroller.scrollTop = top + 2 * ROW_HEIGHT - height;
}
