import { cluster, type HierarchyPointNode, hierarchy } from 'd3-hierarchy';
import type { PageData, PageFile } from '../../data.ts';

/** Where a file stands on the circle. */
export interface GraphDot {
  readonly file: PageFile;
  /** Clockwise from the top, in radians. */
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  readonly isCircular: boolean;
}

export interface GraphLine {
  readonly from: GraphDot;
  readonly to: GraphDot;
  readonly kind: string;
  /** Through the folders that both have in common, so that lines between the same folders run together. */
  readonly path: readonly { readonly x: number; readonly y: number }[];
  readonly isInCycle: boolean;
}

/** The stretch of the circle that a folder's files take. */
export interface GraphArc {
  readonly folder: string;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

export interface GraphPicture {
  readonly radius: number;
  readonly dots: readonly GraphDot[];
  readonly lines: readonly GraphLine[];
  readonly arcs: readonly GraphArc[];
}

/** Pixels of the circle for each file, where the circle need not be larger to be one. */
const SPACING = 7;
const LEAST_RADIUS = 260;

interface Branch {
  readonly name: string;
  readonly path: string;
  readonly file: PageFile | null;
  readonly children: Branch[];
}

/**
 * The files on a circle, folder by folder, and their imports as lines bundled along the tree of folders (Holten,
 * Hierarchical Edge Bundles, 2006).
 */
export function layOut({ files, edges, cycles }: PageData): GraphPicture {
  const sources = files.filter(({ kind }) => kind === 'source');
  const radius = Math.max(LEAST_RADIUS, (sources.length * SPACING) / (2 * Math.PI));
  const tree = cluster<Branch>()
    .size([2 * Math.PI, radius])
    .separation((a, b) => (a.parent === b.parent ? 1 : 2))(hierarchy(treeOf(sources)));

  const circular = cycleOf(cycles);
  const indexes = new Map(files.map((file, index) => [file, index]));
  const leaves = new Map<PageFile, HierarchyPointNode<Branch>>();
  const dots = new Map<PageFile, GraphDot>();
  for (const leaf of tree.leaves()) {
    const { file } = leaf.data;
    if (file === null) continue;
    leaves.set(file, leaf);
    const isCircular = circular.has(indexes.get(file)!);
    dots.set(file, { file, angle: leaf.x, ...onCircle(leaf.x, radius), isCircular });
  }
  const lines = edges.flatMap(([start, end, kind]) => {
    const [from, to] = [dots.get(files[start]!), dots.get(files[end]!)];
    const [leaf, other] = [leaves.get(files[start]!), leaves.get(files[end]!)];
    if (!from || !to || !leaf || !other || leaf === other) return [];
    const path = leaf.path(other).map((node) => onCircle(node.x, node.y));
    const isInCycle = circular.has(start) && circular.get(start) === circular.get(end);
    return [{ from, to, kind, path, isInCycle }];
  });
  return { radius, dots: [...dots.values()], lines, arcs: arcsOf(tree) };
}

/** The point of a circle around the middle at an angle, clockwise from the top. */
export function onCircle(angle: number, radius: number): { x: number; y: number } {
  return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius };
}

/** Of each file in a cycle, in which. */
function cycleOf(cycles: PageData['cycles']): ReadonlyMap<number, number> {
  return new Map(cycles.flatMap((cycle, number) => cycle.map((index) => [index, number] as const)));
}

function treeOf(files: readonly PageFile[]): Branch {
  const root: Branch = { name: '', path: '', file: null, children: [] };
  const folders = new Map<string, Branch>([['', root]]);
  const folderAt = (path: string): Branch => {
    const known = folders.get(path);
    if (known) return known;
    const end = path.lastIndexOf('/');
    const folder: Branch = { name: path.slice(end + 1), path, file: null, children: [] };
    folderAt(end < 0 ? '' : path.slice(0, end)).children.push(folder);
    folders.set(path, folder);
    return folder;
  };
  for (const file of files) {
    const end = file.path.lastIndexOf('/');
    const parent = folderAt(end < 0 ? '' : file.path.slice(0, end));
    parent.children.push({ name: file.path.slice(end + 1), path: file.path, file, children: [] });
  }
  return root;
}

/** The folders of the first two levels that branch, which is what a reader can tell apart. */
function arcsOf(tree: HierarchyPointNode<Branch>): readonly GraphArc[] {
  const arcs: GraphArc[] = [];
  const visit = (node: HierarchyPointNode<Branch>, depth: number): void => {
    const folders = (node.children ?? []).filter(({ data }) => data.file === null);
    // A folder that holds all there is says nothing: what is in it does.
    const isOnly = folders.length === 1 && node.children!.length === 1;
    for (const folder of folders) {
      if (!isOnly) {
        const angles = folder.leaves().map(({ x }) => x);
        arcs.push({ folder: folder.data.path, from: Math.min(...angles), to: Math.max(...angles), depth });
      }
      if (isOnly || depth === 0) visit(folder, isOnly ? depth : depth + 1);
    }
  };
  visit(tree, 0);
  return arcs;
}
