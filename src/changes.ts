import type { Change, Content } from './apply/change.ts';
import type { PlannedFile } from './project/plan.ts';

/** What a plan changes on disk, path by path. */
export function changesOf(files: readonly PlannedFile[]): readonly Change[] {
  const added = files.filter((file) => file.added);
  const renamed = files.filter(({ path, output }) => path !== output);
  const inPlace = files.filter(
    ({ path, output, after, added: isNew }) => !isNew && path === output && after !== null,
  );
  const taken = new Map(added.map((file) => [file.path, text(file.after ?? '')]));
  const left = renamed.map((file) => ({
    path: file.path,
    before: contentOf(file),
    // Something new may stand where the file stood.
    after: taken.get(file.path) ?? null,
    modeOf: file.path,
  }));
  const leftPaths = new Set(left.map(({ path }) => path));
  return [
    ...inPlace.map((file) => ({
      path: file.path,
      before: contentOf(file),
      after: text(file.after!),
      modeOf: file.path,
    })),
    ...renamed.map((file) => ({
      path: file.output,
      before: null,
      after: file.after === null ? contentOf(file) : text(file.after),
      modeOf: file.path,
    })),
    ...left,
    ...added
      .filter(({ path }) => !leftPaths.has(path))
      .map(({ path, after }) => ({ path, before: null, after: text(after ?? ''), modeOf: null })),
  ];
}

/** Of a file in error the plan may not know the text, and nothing was derived from it. */
function contentOf(file: PlannedFile): Content {
  return file.row.status === 'error' ? { bytesOf: file.path } : text(file.before());
}

function text(value: string): Content {
  return { text: value };
}
