import { STATUSES, type Tally } from '../../../tally.ts';
import type { FolderBar } from '../model/folder-chart.ts';

/** The share of each status as one bar; the numbers stand beside it wherever it is used. */
export function StatusBar({ tally, total }: { tally: Tally; total: number }) {
  return (
    <span class="bar" aria-hidden="true">
      {STATUSES.filter((status) => tally[status] > 0).map((status) => (
        <span key={status} class={status} style={{ width: `${(100 * tally[status]) / total}%` }} />
      ))}
    </span>
  );
}

interface FolderChartProps {
  readonly bars: readonly FolderBar[];
  readonly select: (folder: string) => void;
}

/** One bar for each folder, as long as it has files: a table to those who do not see it. */
export function FolderChart({ bars, select }: FolderChartProps) {
  const most = Math.max(...bars.map(({ files }) => files));
  const present = STATUSES.filter((status) => bars.some(({ tally }) => tally[status] > 0));
  return (
    <table class="chart">
      <thead>
        <tr>
          <th scope="col">folder</th>
          <td />
          {present.map((status) => (
            <th key={status} scope="col" class="number">
              {status}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ folder, files, tally }) => (
          <tr key={folder}>
            <th scope="row">
              <button type="button" class="link" onClick={() => select(folder)}>
                {folder}/
              </button>
            </th>
            <td class="bars">
              <span class="length" style={{ width: `${Math.max(2, (100 * files) / most)}%` }}>
                <StatusBar tally={tally} total={files} />
              </span>
            </td>
            {present.map((status) => (
              <td key={status} class={tally[status] === 0 ? 'number none' : 'number'}>
                {tally[status]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CodeChartProps {
  readonly codes: readonly (readonly [code: string, files: number])[];
  readonly titles: Readonly<Record<string, string>>;
  readonly select: (code: string) => void;
}

/** One bar for each code that kept files from being converted. */
export function CodeChart({ codes, titles, select }: CodeChartProps) {
  const most = Math.max(...codes.map(([, files]) => files));
  return (
    <table class="chart codes">
      <thead>
        <tr>
          <th scope="col">code</th>
          <td />
          <th scope="col" class="number">
            files
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map(([code, files]) => (
          <tr key={code}>
            <th scope="row">
              <button type="button" class="link" onClick={() => select(code)}>
                <code>{code}</code>
              </button>
              <span class="title">{titles[code]}</span>
            </th>
            <td class="bars">
              <span class="bar" aria-hidden="true" style={{ width: `${Math.max(1, (100 * files) / most)}%` }}>
                <span class="refused" style={{ width: '100%' }} />
              </span>
            </td>
            <td class="number">{files}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
