import { STATUSES } from '../../../tally.ts';
import type { PageData, PageFile } from '../../data.ts';
import type { Neighbour, Neighbours } from '../model/neighbours.ts';
import { hashOf } from '../model/route.ts';

interface GraphPanelProps {
  readonly data: PageData;
  readonly selected: PageFile | null;
  readonly neighbours: Neighbours | null;
  readonly cycle: number | null;
  readonly setCycle: (cycle: number | null) => void;
}

/** What the picture says, in words: the legend, the cycles, the file at hand with its neighbours. */
export function GraphPanel({ data, selected, neighbours, cycle, setCycle }: GraphPanelProps) {
  return (
    <section class="panel" aria-label="About the graph">
      {selected !== null && neighbours !== null ? (
        <>
          <h3>{selected.path}</h3>
          <p>
            <span class={`status ${selected.status}`}>{selected.status}</span>{' '}
            <a href={hashOf({ view: 'file', key: selected.key })}>open its diff</a>
          </p>
          <Neighbourhood title="Imports" kind="outgoing" neighbours={neighbours.imports} />
          <Neighbourhood title="Imported by" kind="incoming" neighbours={neighbours.importedBy} />
        </>
      ) : (
        <p class="hint">
          Point at a file, or choose one in the list, to see what it imports and who imports it.
        </p>
      )}
      {data.cycles.length > 0 && (
        <>
          <h3>Cycles</h3>
          <ul class="cycles">
            {data.cycles.map((members, number) => (
              <li key={data.files[members[0]!]!.key}>
                <button
                  type="button"
                  class="link"
                  aria-pressed={cycle === number}
                  onClick={() => setCycle(cycle === number ? null : number)}
                >
                  {members.length} files, {data.files[members[0]!]!.path} …
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Legend />
    </section>
  );
}

interface NeighbourhoodProps {
  readonly title: string;
  readonly kind: string;
  readonly neighbours: readonly Neighbour[];
}

function Neighbourhood({ title, kind, neighbours }: NeighbourhoodProps) {
  return (
    <>
      <h4 class={kind}>
        {title} {neighbours.length}
      </h4>
      <ul class="neighbour-list">
        {neighbours.map(({ file, kind: how }) => (
          <li key={`${how} ${file.key}`}>
            <a href={hashOf({ view: 'graph', key: file.key })}>
              <span class={`dot ${file.status}`} aria-hidden="true" />
              {file.path}
            </a>
            {how === 'late' || how === 'dynamic' ? <span class="kind"> {how}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const SHAPES = [
  { shape: '●', means: 'named exports' },
  { shape: '■', means: 'default export' },
  { shape: '▲', means: 'no exports, or not known' },
];

function Legend() {
  return (
    <details class="legend" open>
      <summary>Legend</summary>
      <ul>
        {STATUSES.map((status) => (
          <li key={status}>
            <span class={`dot ${status}`} aria-hidden="true" /> {status}
          </li>
        ))}
        {SHAPES.map(({ shape, means }) => (
          <li key={shape}>
            <span class="shape" aria-hidden="true">
              {shape}
            </span>{' '}
            {means}
          </li>
        ))}
        <li>
          <span class="stroke cycle" aria-hidden="true" /> in a cycle
        </li>
        <li>
          <span class="stroke outgoing" aria-hidden="true" /> imports
        </li>
        <li>
          <span class="stroke incoming" aria-hidden="true" /> imported by
        </li>
        <li>
          <span class="stroke dashed" aria-hidden="true" /> late or dynamic
        </li>
      </ul>
    </details>
  );
}
