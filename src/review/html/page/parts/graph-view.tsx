import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageData, PageFile } from '../../data.ts';
import { layOut } from '../graph/layout.ts';
import type { Neighbours } from '../model/neighbours.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { GraphPanel } from './graph-panel.tsx';
import type { Theme } from './header.tsx';

interface GraphViewProps {
  readonly data: PageData;
  readonly shown: readonly PageFile[];
  readonly selected: PageFile | null;
  readonly neighbours: (file: PageFile) => Neighbours;
  readonly theme: Theme;
  readonly select: (file: PageFile | null) => void;
}

/** Who imports whom, as a picture, and in words beside it. */
export function GraphView({ data, shown, selected, neighbours, theme, select }: GraphViewProps) {
  const picture = useMemo(() => layOut(data), [data]);
  const [cycle, setCycle] = useState<number | null>(null);
  const listed = useMemo(
    () => new Set(cycle === null ? shown : data.cycles[cycle]!.map((index) => data.files[index]!)),
    [data, shown, cycle],
  );
  const view = useRef<HTMLDivElement>(null);
  // A filter that the reader sets says more than a cycle chosen before.
  useEffect(() => setCycle(null), [shown]);
  return (
    <div ref={view} class="graph">
      <h2 class="hidden">Module graph</h2>
      <GraphCanvas
        picture={picture}
        label={`Module graph: ${picture.dots.length} files, ${data.edges.length} imports, ${data.cycles.length} cycles. The files and their imports are listed beside it.`}
        shown={listed}
        selected={selected}
        theme={theme}
        select={select}
      />
      <GraphPanel
        data={data}
        selected={selected}
        neighbours={selected === null ? null : neighbours(selected)}
        cycle={cycle}
        setCycle={setCycle}
      />
    </div>
  );
}
