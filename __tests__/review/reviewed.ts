import { type LinesOf, linesFrom, renderFindings } from '../../src/checker/diagnostics/render.ts';
import type { Finding } from '../../src/checker/finding.ts';
import type { FileStatus } from '../../src/project/report.ts';
import type { Reviewed, ReviewedFile, ReviewOptions } from '../../src/review/reporter.ts';
import type { Edit } from '../../src/rewrite/edit.ts';

/** A file of a made-up run; what is left out is as if nothing happened to it. */
export interface Sketch {
  readonly path: string;
  readonly output?: string;
  readonly status?: FileStatus;
  readonly before: string;
  readonly after?: string;
  readonly added?: boolean;
  readonly edits?: readonly Edit[];
  readonly findings?: readonly Partial<Finding>[];
}

export function reviewed(...sketches: readonly Sketch[]): Reviewed {
  const read = sketches.filter(({ added }) => !added);
  const texts = new Map(read.map(({ path, before }) => [path, before]));
  const linesOf = linesFrom((path) => texts.get(path) ?? null);
  const files = sketches.map((sketch) => reviewedFile(sketch, linesOf));
  const count = (status: FileStatus): number =>
    files.filter(({ row }) => row.kind === 'source' && row.status === status).length;
  return {
    files,
    graph: () => ({
      nodes: files
        .filter(({ row }) => row.kind === 'source')
        .map(({ row }) => ({ id: row.path, shape: row.shape, status: row.status })),
      edges: [],
      cycles: [],
    }),
    report: {
      version: 1,
      root: '/project',
      written: false,
      files: files.map(({ row }) => row),
      summary: {
        converted: count('converted'),
        unchanged: count('unchanged'),
        refused: count('refused'),
        error: count('error'),
      },
    },
  };
}

function reviewedFile(sketch: Sketch, linesOf: LinesOf): ReviewedFile {
  const { path, output = path, status = 'converted', before, after } = sketch;
  const { added = false, edits = [], findings = [] } = sketch;
  const whole = findings.map(
    (finding): Finding => ({
      code: 'exports-escape',
      range: [0, 0],
      args: {},
      related: [],
      settledBy: [],
      ...finding,
    }),
  );
  const diagnostics = renderFindings(whole, path, linesOf);
  const shape = status === 'converted' ? 'named' : null;
  return {
    path,
    output,
    row: { path, output, kind: added ? 'package' : 'source', status, shape, diagnostics },
    before: () => before,
    added,
    edits,
    after: after ?? null,
  };
}

export const plain: ReviewOptions = {
  colors: false,
  diff: true,
  quiet: false,
  refused: 'last',
  checkout: null,
  hint: null,
};

export function printed(pieces: Iterable<string>): string {
  return [...pieces].join('');
}
