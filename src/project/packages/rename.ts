import { appendStrings, type Pointer, replaceStrings, type StringChange, setMain } from './edit.ts';
import { lostByGlob } from './globs.ts';
import { isRecord } from './manifest.ts';
import { globsIn, renameInScript } from './rename-scripts.ts';
import { type Renames, renamedAsModule, renamedByTool, renamedExactly } from './renames.ts';
import { addSubpaths, ownSubpaths } from './subpaths.ts';

export interface ManifestRename {
  /** The new text; the same string where nothing changes. */
  readonly text: string;
  readonly changed: readonly ManifestChange[];
  readonly warnings: readonly ManifestWarning[];
}

/** One string (or key) that was replaced; `from` is null for one that was added. */
export interface ManifestChange {
  readonly pointer: Pointer;
  readonly from: string | null;
  readonly to: string;
}

/** Something that names a renamed file in a way that is not updated. Its arguments are those of the diagnostic. */
export interface ManifestWarning {
  readonly code: 'glob-misses-rename' | 'script-names-rename';
  readonly args: { readonly field: string; readonly text: string; readonly path: string };
}

/**
 * What a field says about files. `module`: found as `require` finds a file. `tool`: a path, glob or command in the
 * configuration of a tool. `subpaths`: a path in which `*` stands for part of it. `published`: paths and globs of what is
 * published. `script`: a command. `none`: nothing.
 */
type Role = 'module' | 'tool' | 'subpaths' | 'published' | 'script' | 'none';

const findRenamed: Readonly<Record<Role, (text: string, renames: Renames) => string | null>> = {
  module: renamedAsModule,
  tool: renamedByTool,
  subpaths: renamedExactly,
  published: renamedExactly,
  script: () => null,
  none: () => null,
};

/** Every other field counts as the configuration of a tool. */
const roles: ReadonlyMap<string, Role> = new Map([
  ...['main', 'module', 'jsnext:main', 'esnext', 'browser', 'react-native'].map(
    (key) => [key, 'module'] as const,
  ),
  ...['exports', 'imports'].map((key) => [key, 'subpaths'] as const),
  ['files', 'published'],
  ['scripts', 'script'],
  ...[
    ...[
      'name',
      'version',
      'description',
      'keywords',
      'homepage',
      'bugs',
      'license',
      'author',
      'contributors',
    ],
    ...['maintainers', 'funding', 'repository', 'engines', 'os', 'cpu', 'packageManager', 'workspaces'],
    ...['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies', 'bundledDependencies'],
    ...['overrides', 'resolutions', 'type'],
  ].map((key) => [key, 'none'] as const),
]);

/**
 * Updates every string of a package.json that names a renamed file.
 *
 * @param text What is no JSON object stays as it is.
 */
export function renamePaths(text: string, renames: Renames): ManifestRename {
  const data = parseObject(text);
  if (data === null || renames.paths.size === 0) return { text, changed: [], warnings: [] };
  const found: Found = { changes: [], changed: [], published: [], warnings: [] };
  for (const place of stringsIn(data)) judge(place, renames, found);
  const replaced = appendStrings(replaceStrings(text, found.changes), ['files'], found.published);
  const subpaths = ownSubpaths(data, renames);
  const complete = addSubpaths(replaced, subpaths, renames);
  const main = impliedMain(data, renames);
  return {
    text: main === null ? complete : setMain(complete, main),
    changed: [
      ...found.changed,
      ...subpaths.map(({ field, subpath }) => ({ pointer: [field], from: null, to: subpath })),
      ...found.published.map((to) => ({ pointer: ['files'], from: null, to })),
      ...(main === null ? [] : [{ pointer: ['main'], from: null, to: main }]),
    ],
    warnings: found.warnings,
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(data) ? data : null;
  } catch {
    return null;
  }
}

interface Found {
  readonly changes: StringChange[];
  readonly changed: ManifestChange[];
  readonly published: string[];
  readonly warnings: ManifestWarning[];
}

interface Place {
  readonly pointer: Pointer;
  readonly part: 'key' | 'value';
  readonly text: string;
}

/** All strings with a role, and the keys of `browser`, which are paths. */
function* stringsIn(data: Record<string, unknown>): Generator<Place> {
  const pending: { pointer: Pointer; value: unknown }[] = [{ pointer: [], value: data }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { pointer, value } = next;
    if (typeof value === 'string') yield { pointer, part: 'value', text: value };
    else if (Array.isArray(value))
      for (const [index, item] of value.entries())
        pending.push({ pointer: [...pointer, index], value: item });
    else if (isRecord(value))
      for (const [key, item] of Object.entries(value)) {
        const inside = [...pointer, key];
        if (pointer[0] === 'browser' || pointer[0] === 'react-native')
          yield { pointer: inside, part: 'key', text: key };
        pending.push({ pointer: inside, value: item });
      }
  }
}

/** The strings of a package.json that may name files, and those of its keys that do. */
export function* stringsOfManifest(fields: ReadonlyMap<string, unknown>): Generator<string> {
  for (const { text } of stringsIn(Object.fromEntries(fields))) yield text;
}

/** The strings of a package.json that belong to the configuration of tools. */
export function* stringsForTools(fields: ReadonlyMap<string, unknown>): Generator<string> {
  for (const { pointer, part, text } of stringsIn(Object.fromEntries(fields)))
    if (part === 'value' && !roles.has(String(pointer[0]))) yield text;
}

function judge(place: Place, renames: Renames, found: Found): void {
  const role = roles.get(String(place.pointer[0])) ?? 'tool';
  if (role === 'none') return;
  const to = findRenamed[role](place.text, renames);
  const isCommand = role === 'script' || (role === 'tool' && /\S\s+\S/.test(place.text));
  if (isCommand) judgeScript(place, renames, found);
  else if (to !== null) replace(place, to, found);
  else if (role !== 'subpaths' && /[*?[{]/.test(place.text)) judgeGlob(place, role, renames, found);
}

function replace({ pointer, part, text }: Place, to: string, found: Found): void {
  found.changes.push({ pointer, part, to });
  found.changed.push({ pointer, from: text, to });
}

function judgeScript(place: Place, renames: Renames, found: Found): void {
  const { text, doubtful } = renameInScript(place.text, renames);
  if (text !== place.text) replace(place, text, found);
  for (const path of doubtful) warn('script-names-rename', place, place.text, path, found);
  for (const glob of globsIn(place.text)) {
    const lost = lostByGlob(glob, renames);
    if (lost[0] !== undefined) warn('glob-misses-rename', place, glob, lost[0], found);
  }
}

/** Files that a glob of `files` no longer matches are listed beside it; elsewhere the glob is reported. */
function judgeGlob(place: Place, role: Role, renames: Renames, found: Found): void {
  const lost = lostByGlob(place.text, renames);
  if (role === 'published') {
    if (place.text.startsWith('!')) return;
    for (const path of lost) found.published.push(renames.paths.get(path)!);
  } else if (lost[0] !== undefined) warn('glob-misses-rename', place, place.text, lost[0], found);
}

function warn(
  code: ManifestWarning['code'],
  { pointer }: Place,
  text: string,
  path: string,
  found: Found,
): void {
  found.warnings.push({ code, args: { field: pointer.join('.'), text, path } });
}

/** Without `main` and `exports` a package is its `index.js`; one of another name must be named. */
function impliedMain(data: Record<string, unknown>, { paths }: Renames): string | null {
  const hasEntry = (typeof data.main === 'string' && data.main !== '') || data.exports != null;
  return hasEntry || typeof data.name !== 'string' ? null : (paths.get('index.js') ?? null);
}
