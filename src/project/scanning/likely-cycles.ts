import { folderOf, joinId } from '../files/paths.ts';
import { stronglyConnectedComponents } from '../link/cycles/components.ts';
import { reach } from '../link/reachable.ts';

/** A file with its text, before anything is parsed. */
export interface Text {
  readonly id: string;
  readonly source: string;
}

interface Require {
  readonly to: string;
  /** It seems to stand in a function. */
  readonly isLate: boolean;
}

/**
 * Guesses from texts which files late requires connect in cycles, and all that these are connected with: of those linking
 * will ask what they run (`loading-of-run.ts`). To be wrong costs time, not truth: what was not guessed is parsed once
 * more, what was guessed wrongly is not asked for.
 */
export function likelyInLateCycles(texts: readonly Text[]): ReadonlySet<string> {
  const ids = new Set(texts.map(({ id }) => id));
  const requires = new Map(texts.map((text) => [text.id, requiresIn(text, ids)]));
  const loadedBy = (id: string): readonly string[] => requires.get(id)!.map(({ to }) => to);
  const neighbours = new Map(texts.map(({ id }) => [id, [...loadedBy(id)]]));
  for (const { id } of texts) for (const to of loadedBy(id)) neighbours.get(to)!.push(id);
  const cycles = stronglyConnectedComponents(ids, loadedBy).filter((component) => {
    const members = new Set(component);
    return component.some((id) => requires.get(id)!.some(({ to, isLate }) => isLate && members.has(to)));
  });
  return reach(cycles.flat(), (id) => neighbours.get(id)!);
}

const relativeRequire = /\brequire\s*\(\s*(['"`])(\.[^'"`\n]*)\1\s*\)/g;

function requiresIn({ id, source }: Text, ids: ReadonlySet<string>): readonly Require[] {
  const found: Require[] = [];
  for (const { index, 2: specifier } of source.matchAll(relativeRequire)) {
    const to = fileNamed(folderOf(id), specifier!, ids);
    if (to !== null) found.push({ to, isLate: isIndented(source, index) });
  }
  return found;
}

/** Most code of functions is indented, and most code of the top level is not. */
function isIndented(source: string, offset: number): boolean {
  const first = source[source.lastIndexOf('\n', offset) + 1]!;
  return first === ' ' || first === '\t';
}

const endings = ['', '.js', '/index.js'];

function fileNamed(folder: string, specifier: string, ids: ReadonlySet<string>): string | null {
  let at = folder;
  for (const step of specifier.split('/')) {
    if (step === '..') at = folderOf(at);
    else if (step !== '.' && step !== '') at = joinId(at, step);
  }
  const ending = endings.find((each) => ids.has(at + each));
  return ending === undefined ? null : at + ending;
}
