import { useEffect, useMemo } from 'preact/hooks';
import type { PageFile } from '../../data.ts';
import type { DiffLayout } from '../model/diff-layout.ts';
import { countChanges } from '../model/diff-rows.ts';
import type { Filter } from '../model/filter.ts';
import type { Neighbour, Neighbours } from '../model/neighbours.ts';
import { hashOf } from '../model/route.ts';
import type { Viewed } from '../model/viewed.ts';
import { Diff } from './diff.tsx';
import { Finding } from './finding.tsx';

const EXPORTS = { named: 'named exports', default: 'default export', none: 'no exports' };
const LAYOUTS: readonly { layout: DiffLayout; label: string }[] = [
  { layout: 'split', label: 'Side by side' },
  { layout: 'unified', label: 'Unified' },
];

interface FileViewProps {
  readonly file: PageFile;
  readonly neighbours: Neighbours;
  readonly codeTitles: Readonly<Record<string, string>>;
  readonly layout: DiffLayout;
  readonly setLayout: (layout: DiffLayout) => void;
  readonly viewed: Viewed;
  readonly filterBy: (change: Partial<Filter>) => void;
  readonly step: (direction: 1 | -1) => void;
}

/** One file: what became of it and why, its neighbours, its diff. */
export function FileView(props: FileViewProps) {
  const { file, neighbours, codeTitles, layout, setLayout, viewed, filterBy, step } = props;
  const changes = useMemo(() => countChanges(file.hunks), [file]);
  useEffect(() => {
    document.getElementById('main')!.scrollTop = 0;
  }, []);
  return (
    <>
      <header class="file-head">
        <h2>
          <span class={`status ${file.status}`}>{file.added ? 'added' : file.status}</span>
          <span class="path">{file.path}</span>
          {file.output !== file.path && <span class="path new">→ {file.output}</span>}
        </h2>
        <p class="file-facts">
          {file.kind === 'source' && file.shape !== null && <span>{EXPORTS[file.shape]}</span>}
          {neighbours.isCircular && <span class="circular">in a cycle</span>}
          {file.hunks.length > 0 && (
            <span>
              <ins>+{changes.added}</ins> <del>−{changes.removed}</del>
            </span>
          )}
        </p>
        <div class="file-tools">
          <fieldset class="switch">
            <legend class="hidden">Diff</legend>
            {LAYOUTS.map((choice) => (
              <button
                key={choice.layout}
                type="button"
                aria-pressed={layout === choice.layout}
                onClick={() => setLayout(choice.layout)}
              >
                {choice.label}
              </button>
            ))}
          </fieldset>
          <label>
            <input type="checkbox" checked={viewed.has(file)} onChange={() => viewed.toggle(file)} /> viewed
          </label>
          <button type="button" onClick={() => step(-1)} title="Previous file (k)" aria-label="Previous file">
            ↑
          </button>
          <button type="button" onClick={() => step(1)} title="Next file (j)" aria-label="Next file">
            ↓
          </button>
        </div>
      </header>
      {file.diagnostics.map((diagnostic) => (
        <Finding
          key={`${diagnostic.code} ${diagnostic.line} ${diagnostic.column} ${diagnostic.message}`}
          path={file.path}
          diagnostic={diagnostic}
          title={codeTitles[diagnostic.code] ?? ''}
          filterBy={(code) => filterBy({ code })}
        />
      ))}
      {file.hunks.length > 0 ? (
        <Diff hunks={file.hunks} layout={layout} label={`Diff of ${file.path}`} />
      ) : (
        <p class="empty">
          {file.output === file.path ? 'Nothing changes in this file.' : 'Only its name changes.'}
        </p>
      )}
      <NeighbourList title="Imports" neighbours={neighbours.imports} />
      <NeighbourList title="Imported by" neighbours={neighbours.importedBy} />
    </>
  );
}

interface NeighbourListProps {
  readonly title: string;
  readonly neighbours: readonly Neighbour[];
}

function NeighbourList({ title, neighbours }: NeighbourListProps) {
  if (neighbours.length === 0) return null;
  return (
    <details class="neighbours">
      <summary>
        {title} <b>{neighbours.length}</b>
      </summary>
      <ul>
        {neighbours.map(({ file, kind }) => (
          <li key={`${kind} ${file.key}`}>
            <a href={hashOf({ view: 'file', key: file.key })}>
              <span class={`dot ${file.status}`} aria-hidden="true" />
              {file.path}
            </a>
            {kind !== 'require' && <span class="kind">{kind}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
