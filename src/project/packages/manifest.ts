/**
 * The package.json files of a project and of what it depends on:
 *
 *   createManifests(disk)            reading them, and which one a file belongs to         (manifest.ts)
 *   setType, renamePaths             edits that keep formatting and order of keys          (edit.ts, rename.ts)
 *   findWorkspaces(root, manifests)  the packages of a monorepo                            (workspaces.ts)
 *   publicEntries(manifest, files)   the doors of a package: main, exports, bin, files     (doors.ts)
 *   startedScripts(manifest)         what it has Node start under names of other files     (started-scripts.ts)
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode, type FileProblem } from '../files/problem.ts';
import { decode, isProblem } from '../files/read.ts';

/** One package.json. What is not of the expected type counts as absent, as it does for Node. */
export interface Manifest {
  /** Absolute path of the folder in which it lies. */
  readonly folder: string;
  /** Absolute path of the file. */
  readonly file: string;
  /** As it was read; a byte order mark included. */
  readonly text: string;
  /** Why it cannot be used. All fields are then empty. */
  readonly problem: FileProblem | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly type: 'module' | 'commonjs' | null;
  readonly private: boolean;
  readonly main: string | null;
  readonly module: string | null;
  readonly types: string | null;
  /** `bin` with the names that npm would link; a single string gets the name of the package. */
  readonly bin: ReadonlyMap<string, string>;
  readonly files: readonly string[] | null;
  readonly scripts: ReadonlyMap<string, string>;
  readonly workspaces: readonly string[];
  readonly engines: ReadonlyMap<string, string>;
  /** Names from dependencies, devDependencies, peerDependencies and optionalDependencies. */
  readonly dependencies: ReadonlySet<string>;
  /** As they stand; undefined where absent. */
  readonly exports: unknown;
  readonly imports: unknown;
  readonly browser: unknown;
  readonly sideEffects: unknown;
  /** Every field by its name. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Whether npm takes it: others may then load what is in it. */
export function isPublished(manifest: Manifest | null): manifest is Manifest {
  return manifest !== null && !manifest.private && manifest.name !== null;
}

export interface Manifests {
  /** The package.json in exactly this folder; null where there is none. */
  in(folder: string): Manifest | null;
  /** The package.json that a file belongs to: the nearest one above, not looked for beyond a node_modules folder. */
  nearest(file: string): Manifest | null;
}

/** Reads each package.json once; what it returns belongs to one run. */
export function createManifests(): Manifests {
  const perFolder = new Map<string, Manifest | null>();
  const scopes = new Map<string, Manifest | null>();

  function inFolder(folder: string): Manifest | null {
    const known = perFolder.get(folder);
    if (known !== undefined) return known;
    const manifest = readManifest(folder);
    perFolder.set(folder, manifest);
    return manifest;
  }

  function scopeOf(folder: string): Manifest | null {
    const known = scopes.get(folder);
    if (known !== undefined) return known;
    const scope = findScope(folder);
    scopes.set(folder, scope);
    return scope;
  }

  function findScope(folder: string): Manifest | null {
    if (path.basename(folder) === 'node_modules') return null;
    const own = inFolder(folder);
    const parent = path.dirname(folder);
    return own !== null || parent === folder ? own : scopeOf(parent);
  }

  return { in: inFolder, nearest: (file) => scopeOf(path.dirname(file)) };
}

function readManifest(folder: string): Manifest | null {
  const file = path.join(folder, 'package.json');
  try {
    return parseManifest(file, readFileSync(file));
  } catch (error) {
    const code = errorCode(error);
    // A folder of that name is passed over by Node, too.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    return manifestFrom(file, '', new Map(), { code: 'unreadable', args: { reason: code } });
  }
}

/** A package.json from its bytes. */
export function parseManifest(file: string, bytes: Uint8Array): Manifest {
  const decoded = decode(bytes);
  if (isProblem(decoded)) return manifestFrom(file, '', new Map(), decoded);
  try {
    const data: unknown = JSON.parse(decoded.source.replace(/^\uFEFF/, ''));
    if (!isRecord(data)) return invalid(file, decoded.source, 'it holds no object');
    return manifestFrom(file, decoded.source, new Map(Object.entries(data)), null);
  } catch (error) {
    return invalid(file, decoded.source, error instanceof SyntaxError ? error.message : String(error));
  }
}

function invalid(file: string, text: string, reason: string): Manifest {
  return manifestFrom(file, text, new Map(), { code: 'invalid-package-json', args: { reason } });
}

type Fields = ReadonlyMap<string, unknown>;

function manifestFrom(file: string, text: string, fields: Fields, problem: FileProblem | null): Manifest {
  const type = fields.get('type');
  return {
    folder: path.dirname(file),
    file,
    text,
    problem,
    name: textField(fields, 'name'),
    version: textField(fields, 'version'),
    type: type === 'module' || type === 'commonjs' ? type : null,
    private: fields.get('private') === true,
    main: textField(fields, 'main'),
    module: textField(fields, 'module'),
    types: textField(fields, 'types') ?? textField(fields, 'typings'),
    bin: binOf(fields),
    files: listField(fields.get('files')),
    scripts: textMap(fields.get('scripts')),
    workspaces: workspacesOf(fields.get('workspaces')),
    engines: textMap(fields.get('engines')),
    dependencies: dependenciesOf(fields),
    exports: fields.get('exports'),
    imports: fields.get('imports'),
    browser: fields.get('browser'),
    sideEffects: fields.get('sideEffects'),
    fields,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textField(fields: Fields, key: string): string | null {
  const value = fields.get(key);
  return typeof value === 'string' ? value : null;
}

function listField(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}

function textMap(value: unknown): ReadonlyMap<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** npm takes `{packages: [...]}` as well as a list. */
function workspacesOf(value: unknown): readonly string[] {
  return listField(isRecord(value) ? value.packages : value) ?? [];
}

function binOf(fields: Fields): ReadonlyMap<string, string> {
  const bin = fields.get('bin');
  if (typeof bin !== 'string') return textMap(bin);
  const name = textField(fields, 'name') ?? '';
  return new Map([[name.slice(name.lastIndexOf('/') + 1), bin]]);
}

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

function dependenciesOf(fields: Fields): ReadonlySet<string> {
  return new Set(dependencyFields.flatMap((field) => [...textMap(fields.get(field)).keys()]));
}
