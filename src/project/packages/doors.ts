import path from 'node:path';
import { filledIn, isMainSugar, winningKey } from '../resolve/package-maps.ts';
import { isRecord, type Manifest } from './manifest.ts';
import { publishedFiles } from './published.ts';
import { renamedAsModule } from './renames.ts';

/** A file of a package that others can load by the package's name. */
export interface Door {
  /** Relative to the folder of the package, with `/`. */
  readonly path: string;
  /** `deep`: a published file of a package without `exports`. */
  readonly kind: 'main' | 'exports' | 'bin' | 'deep';
  readonly ways: readonly DoorWay[];
}

export interface DoorWay {
  /** `pkg`, `pkg/sub`; for a bin the name of the command. */
  readonly specifier: string;
  /** The conditions on the way to it, the outermost first; empty where it is reached under all. */
  readonly conditions: readonly string[];
}

/**
 * The public entries of a package: what `exports` leads to (patterns filled with the files that fit), or else `main` and
 * every published file; and the commands of `bin`. Whether a package that is private has doors is for the caller to say.
 *
 * @param files The files of the package, relative to its folder.
 */
export function publicEntries(manifest: Manifest, files: Iterable<string>): readonly Door[] {
  const all = new Set(files);
  const name = manifest.name ?? '.';
  const doors = new Doors();
  for (const [command, file] of manifest.bin)
    doors.add('bin', inPackage(file), { specifier: command, conditions: [] });
  if (manifest.exports != null) addExports(manifest.exports, name, all, doors);
  else addEverything(manifest, name, all, doors);
  return doors.found(all);
}

class Doors {
  readonly #ways = new Map<string, { path: string; kind: Door['kind']; ways: DoorWay[] }>();

  add(kind: Door['kind'], file: string, way: DoorWay): void {
    const key = `${kind} ${file}`;
    const door = this.#ways.get(key);
    if (door) door.ways.push(way);
    else this.#ways.set(key, { path: file, kind, ways: [way] });
  }

  /** Those whose file is there. */
  found(files: ReadonlySet<string>): readonly Door[] {
    return [...this.#ways.values()].filter((door) => files.has(door.path));
  }
}

function addEverything(manifest: Manifest, name: string, files: ReadonlySet<string>, doors: Doors): void {
  const main = mainFile(manifest, files);
  if (main !== null) doors.add('main', main, { specifier: name, conditions: [] });
  const isPublished = publishedFiles(manifest);
  for (const file of files)
    if (file !== main && isPublished(file))
      doors.add('deep', file, { specifier: `${name}/${file}`, conditions: [] });
}

/** What `main` leads to, as `require` of the folder finds it. */
function mainFile({ main }: Manifest, files: ReadonlySet<string>): string | null {
  return (main ? findModule(main, files) : null) ?? findModule('./', files);
}

function findModule(text: string, files: ReadonlySet<string>): string | null {
  // Every file is taken as renamed to itself: what remains is how the text is resolved.
  const paths = new Map([...files].map((file) => [file, file]));
  const found = renamedAsModule(text, { paths, exists: () => false });
  return found === null ? null : inPackage(found);
}

function addExports(exports: unknown, name: string, files: ReadonlySet<string>, doors: Doors): void {
  const map = mapOf(exports);
  const keys = [...map.keys()];
  for (const [key, value] of map)
    for (const { target, conditions } of targetsOf(value)) {
      if (!key.includes('*') || !target.includes('*')) {
        doors.add('exports', inPackage(target), { specifier: name + key.slice(1), conditions });
        continue;
      }
      for (const { file, filled } of filledBy(target, files)) {
        const subpath = key.replace('*', () => filled);
        // Another key may say more about this subpath, or close it.
        if (winningKey(subpath, keys) === key)
          doors.add('exports', file, { specifier: name + subpath.slice(1), conditions });
      }
    }
}

function mapOf(exports: unknown): ReadonlyMap<string, unknown> {
  if (isMixed(exports)) return new Map();
  if (isMainSugar(exports)) return new Map([['.', exports]]);
  return new Map(isRecord(exports) ? Object.entries(exports) : []);
}

/** Subpaths beside conditions: Node rejects the whole package. */
function isMixed(exports: unknown): boolean {
  const kinds = isRecord(exports) ? Object.keys(exports).map((key) => key.startsWith('.')) : [];
  return new Set(kinds).size > 1;
}

interface DoorTarget {
  readonly target: string;
  readonly conditions: readonly string[];
}

/** The strings in a value of `exports`; `default` is no condition, and `types` leads to no code. */
function targetsOf(value: unknown, conditions: readonly string[] = []): readonly DoorTarget[] {
  if (typeof value === 'string') return value.startsWith('./') ? [{ target: value, conditions }] : [];
  if (Array.isArray(value)) return value.flatMap((item) => targetsOf(item, conditions));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([condition, item]) => {
    if (condition === 'types') return [];
    return targetsOf(item, condition === 'default' ? conditions : [...conditions, condition]);
  });
}

/** The files that a target with `*` leads to, and what stands for `*`. */
function* filledBy(
  target: string,
  files: ReadonlySet<string>,
): Generator<{ readonly file: string; readonly filled: string }> {
  for (const file of files) {
    const filled = filledIn(target, `./${file}`);
    if (filled !== null) yield { file, filled };
  }
}

function inPackage(file: string): string {
  return path.posix.normalize(file).replace(/^\/+/, '');
}
