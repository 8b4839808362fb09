import type { PageData, PageFile } from '../../data.ts';

export interface Neighbour {
  readonly file: PageFile;
  readonly kind: string;
}

/** Who imports a file and whom it imports. */
export interface Neighbours {
  readonly imports: readonly Neighbour[];
  readonly importedBy: readonly Neighbour[];
  /** Whether the file is in a cycle. */
  readonly isCircular: boolean;
}

/** Looks up neighbours; the graph is gone through once. */
export function neighboursOf({ files, edges, cycles }: PageData): (file: PageFile) => Neighbours {
  const imports = new Map<PageFile, Neighbour[]>();
  const importedBy = new Map<PageFile, Neighbour[]>();
  for (const [from, to, kind] of edges) {
    const [importer, imported] = [files[from]!, files[to]!];
    grouped(imports, importer).push({ file: imported, kind });
    grouped(importedBy, imported).push({ file: importer, kind });
  }
  const circular = new Set(cycles.flat().map((index) => files[index]));
  return (file) => ({
    imports: imports.get(file) ?? [],
    importedBy: importedBy.get(file) ?? [],
    isCircular: circular.has(file),
  });
}

function grouped<Key, Value>(groups: Map<Key, Value[]>, key: Key): Value[] {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}
