import { useMemo } from 'preact/hooks';
import { summaryOf } from '../../../../project/report.ts';
import { filesByCode, STATUSES } from '../../../tally.ts';
import type { PageData } from '../../data.ts';
import type { Filter } from '../model/filter.ts';
import { folderBars } from '../model/folder-chart.ts';
import { hashOf } from '../model/route.ts';
import { CodeChart, FolderChart, StatusBar } from './charts.tsx';

interface SummaryProps {
  readonly data: PageData;
  readonly filterBy: (change: Partial<Filter>) => void;
}

/** What became of the whole: counts, and two charts whose bars filter the list. */
export function Summary({ data, filterBy }: SummaryProps) {
  const sources = useMemo(() => data.files.filter(({ kind }) => kind === 'source'), [data]);
  const tally = useMemo(() => summaryOf(sources), [sources]);
  const bars = useMemo(() => folderBars(data.files), [data]);
  const codes = useMemo(() => filesByCode(data.files), [data]);
  return (
    <div class="summary">
      <section class="card headline" aria-labelledby="headline">
        <h2 id="headline">
          <strong>{shareOf(tally.converted, sources.length)}</strong> of {sources.length} source files
          converted
        </h2>
        <StatusBar tally={tally} total={sources.length} />
        <ul class="counts">
          {STATUSES.map((status) => (
            <li key={status}>
              <button type="button" onClick={() => filterBy({ groups: new Set([status]) })}>
                <span class={`dot ${status}`} aria-hidden="true" />
                <strong>{tally[status]}</strong> {status}
              </button>
            </li>
          ))}
        </ul>
        <OtherCounts data={data} />
      </section>
      {codes.length > 0 && (
        <section class="card" aria-labelledby="codes-title">
          <h2 id="codes-title">Why files were not converted</h2>
          <CodeChart codes={codes} titles={data.codeTitles} select={(code) => filterBy({ code })} />
        </section>
      )}
      <section class="card" aria-labelledby="folders-title">
        <h2 id="folders-title">Status by folder</h2>
        <FolderChart bars={bars} select={(folder) => filterBy({ folder })} />
      </section>
    </div>
  );
}

/** Rounded down: nothing but all is 100%. */
function shareOf(part: number, whole: number): string {
  const thousandths = whole === 0 ? 0 : Math.floor((1000 * part) / whole);
  return `${(thousandths / 10).toFixed(part === whole ? 0 : 1)}%`;
}

function OtherCounts({ data }: { data: PageData }) {
  const renamed = data.files.filter(({ path, output }) => path !== output).length;
  const others = data.files.filter(({ kind, hunks }) => kind !== 'source' && hunks.length > 0);
  const remarked = data.files.filter(
    ({ status, diagnostics }) => status === 'converted' && diagnostics.length > 0,
  );
  const facts = [
    [renamed, 'renamed'],
    [others.length, 'package.json and other files edited or added'],
    [remarked.length, 'converted with remarks'],
  ] as const;
  return (
    <p class="facts">
      {facts
        .filter(([count]) => count > 0)
        .map(([count, what]) => (
          <span key={what}>
            <strong>{count}</strong> {what}
          </span>
        ))}
      <a href={hashOf({ view: 'graph', key: null })}>
        <strong>{data.edges.length}</strong> imports, <strong>{data.cycles.length}</strong>{' '}
        {data.cycles.length === 1 ? 'cycle' : 'cycles'}
      </a>
    </p>
  );
}
