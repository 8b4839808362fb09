import { posix } from 'node:path';
import type { HandedPath, PathString } from '../../checker/facts.ts';
import { isDataEnding } from '../../checker/path-texts.ts';
import { addTo } from '../../lists.ts';
import { folderOf, joinId } from '../files/paths.ts';
import type { LinkFacts } from '../link/link-facts.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedBy, moduleIds, reach } from '../link/reachable.ts';
import type { LinkedFile } from '../scanning/scanned.ts';
import { isForDevelopment } from './bridges.ts';
import { IdsByStart } from './ids-by-start.ts';
import { toolConfigOf } from './tool-configs.ts';

/** A file of the run that a string names. */
export interface NamedFile {
  readonly from: string;
  readonly target: string;
  readonly string: PathString;
  /** Whether it names the file as it is, or goes to somebody who adds the ending; else it may be the path of a folder. */
  readonly isWhole: boolean;
}

/** Files of the run of which a computed path may name any: those whose id begins and ends so. */
export interface ReachedFiles {
  readonly from: string;
  readonly start: string;
  readonly end: string;
  readonly string: PathString;
}

/** A path that goes to somebody who may load what it names. */
export interface Offer extends HandedPath {
  readonly ids: readonly string[];
}

/** How the files of a run name each other by other means than specifiers. */
export interface NamedPaths {
  readonly files: readonly NamedFile[];
  readonly reached: readonly ReachedFiles[];
  /** By id: the files that it may load by a computed specifier. */
  readonly loads: ReadonlyMap<string, ReadonlySet<string>>;
  /** By id: the files whose paths it hands to others, who may load them: `load(require.resolve('./x'))`. */
  readonly handed: ReadonlyMap<string, ReadonlySet<string>>;
  /** By id: files below paths that may go to somebody who requires what is there. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>;
  /** By id: the same with those below a folder whose path it hands on, and where it does. */
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  /** Folders whose names functions of other files get, who may list them. */
  readonly given: readonly ReachedFiles[];
  /** How the ids of files begin where somebody may list all that is there, new files included. */
  readonly shown: readonly string[];
  /** Whether somebody lists a folder of which nothing is known: any that there is may be among them. */
  readonly listsAny: boolean;
  /** Strings that look like relative paths, `./x`, and lead to no file from where they may start. */
  readonly unmatched: ReadonlySet<string>;
}

/**
 * Looks up the path strings of a run.
 *
 * @param packageOf the folder of the package that a file belongs to
 */
export function namedPaths(files: readonly LinkedFile[], packageOf: (id: string) => string): NamedPaths {
  const ids = files.map(({ id }) => id);
  const look: Lookup = { ids: new IdsByStart(ids), known: new Set(ids), packageOf };
  const listsAny = files.some(
    ({ id, facts }) => !isForDevelopment(id) && facts?.pathStrings.some(isListOfAnything),
  );
  const named: NamedFile[] = [];
  const reached: ReachedFiles[] = [];
  const given: ReachedFiles[] = [];
  const loads = new Map<string, Set<string>>();
  const handed = new Map<string, ReadonlySet<string>>();
  const offers = new Map<string, Offer[]>();
  const unmatched = new Set<string>();
  const found = new Map<string, Set<string>>();
  const shown: string[] = [];
  const isNoticed = files.some(({ facts }) => facts?.noticesNames === true);
  for (const { id, facts } of files) {
    if (facts === null || facts.pathStrings.length === 0) continue;
    const loadsUnknown = loadsUnknownFiles(facts);
    const loaded = new Set<string>();
    const handedOn = new Set<string>();
    const below = new Set<string>();
    const offer = (places: readonly HandedPath[], others: readonly string[]): void => {
      for (const place of places) addTo(offers, id, { ...place, ids: others });
    };
    // What a configuration file names is loaded by the tool.
    const isForTool = toolConfigOf(id) !== null;
    for (const string of facts.pathStrings) {
      if (isListOfAnything(string)) continue;
      if (string.use === 'given') {
        const folder = folderReach({ ...string, use: 'list' }, id, false, look);
        if (folder !== null) given.push({ from: id, string, ...folder });
        continue;
      }
      const exact = exactTarget(string, id, look);
      if (exact !== null) {
        const { target } = exact;
        if (target !== id || string.use === 'evaluate') named.push({ from: id, string, ...exact });
        if (string.use === 'load' || isForTool) loaded.add(target);
        if (isHanded(string)) handedOn.add(target);
        if (isHanded(string) && loadsUnknown) loaded.add(target);
        // What a function gives the path of a single file to is rather started than loaded.
        else if (isHanded(string) && target !== id) offer(string.handed.filter(isAtOnce), [target]);
        // Beside `x.js` there may be a folder `x`, which is never what the loader takes.
        const isFolder = string.use === 'other' && string.fromFile && !string.resolved;
        if (!isFolder || posix.extname(string.start) !== '' || posix.basename(target) === 'index.js')
          continue;
      } else if (!string.computed && /^\.{1,2}\//.test(string.start)) unmatched.add(string.start);
      const mayLoad = loadsUnknown || string.fromFile || string.use === 'list';
      const range = reachOf(string, id, mayLoad, look);
      if (range === null) continue;
      // Of folders whose paths merely go somewhere, those above hold nothing.
      const isHandedOn = !loadsUnknown && !string.computed && string.use === 'other';
      const own = folderOf(id);
      const isAbove = own !== '' && !range.start.startsWith(`${own}/`);
      if (!isHandedOn || !isAbove) reached.push({ from: id, string, ...range });
      const mayBeListed = string.use === 'other' || (string.use === 'load' && listsAny);
      const isShown = string.use === 'list' ? facts.noticesNames : mayBeListed && isNoticed;
      // In the folder of the package there is a package.json.
      if (isShown && !isFolderStart(range.start, packageOf(id))) shown.push(range.start);
      const others = within(range, look.ids);
      if (string.use === 'load' || loadsUnknown) for (const other of others) loaded.add(other);
      else if (mayLoad) {
        for (const other of others) below.add(other);
        if (string.use === 'list' || !others.includes(id))
          offer(
            string.handed,
            others.filter((other) => other !== id),
          );
      }
    }
    loaded.delete(id);
    if (loaded.size > 0) loads.set(id, loaded);
    if (handedOn.size > 0) handed.set(id, handedOn);
    if (below.size > 0) found.set(id, below);
  }
  return { files: named, reached, given, loads, handed, offers, found, shown, listsAny, unmatched };
}

function isAtOnce({ deferred }: HandedPath): boolean {
  return !deferred;
}

/** A path that is written as one, `./x`, and goes where it is not followed, or to a function that loads it. */
function isHanded({ use, fromFile, start }: PathString): boolean {
  return use === 'load' || (use === 'other' && (fromFile || start.startsWith('.')));
}

/** The same with the given folders whose names may get to somebody who lists what folder he is told. */
export function withGivenFolders(paths: NamedPaths, modules: ReadonlyMap<string, LinkModule>): NamedPaths {
  const loadedFrom = (id: string): readonly string[] => {
    const module = modules.get(id);
    return module === undefined ? [] : loadedBy(module);
  };
  const listed = paths.given.filter(({ from, string: { to } }) => {
    const { facts, targets } = modules.get(from)!;
    const getting = moduleIds(
      facts.requires.flatMap((fact, index) => (fact.argument[0] === to ? targets[index]! : [])),
    );
    return [...reach(getting, loadedFrom)].some((id) =>
      modules.get(id)?.facts.pathStrings.some(isListOfAnything),
    );
  });
  return { ...paths, reached: [...paths.reached, ...listed] };
}

interface Lookup {
  readonly ids: IdsByStart;
  readonly known: ReadonlySet<string>;
  readonly packageOf: (id: string) => string;
}

export function isListOfAnything({ use, start, computed }: PathString): boolean {
  return use === 'list' && computed && start === '';
}

/** The files that a computed path may name. */
export function within(
  { start, end }: Pick<ReachedFiles, 'start' | 'end'>,
  ids: IdsByStart,
): readonly string[] {
  const found = ids.of(start);
  return end === '' ? found : found.filter((id) => id.endsWith(end) || withoutEnding(id).endsWith(end));
}

function withoutEnding(id: string): string {
  return id.slice(0, id.length - posix.extname(id).length);
}

function exactTarget(
  string: PathString,
  from: string,
  look: Lookup,
): Pick<NamedFile, 'target' | 'isWhole'> | null {
  // Of `x.js` and a folder `x`, only the folder can be listed.
  if (string.computed || string.use === 'list') return null;
  for (const folder of startFolders(string, from, look.packageOf)) {
    const path = insideRoot(posix.join(folder, string.start));
    if (path === null || path === '') continue;
    const found = endingsOf(string, path, look).find((ending) => look.known.has(path + ending));
    if (found !== undefined) return { target: path + found, isWhole: found === '' || addsEndings(string) };
  }
  return null;
}

/** What is loaded or started is found without its ending as well. */
function addsEndings({ use, resolved }: PathString): boolean {
  return resolved || use === 'load' || use === 'start';
}

function endingsOf(
  { use, resolved }: PathString,
  path: string,
  { ids, packageOf }: Lookup,
): readonly string[] {
  const isForLoader = use === 'load' || resolved;
  const names = path.endsWith('/') ? [] : ['', '.js'];
  const index = path.endsWith('/') ? 'index.js' : '/index.js';
  if (isForLoader) return leadsElsewhere(path, packageOf) ? names : [...names, index];
  // Nobody but the loader takes a path for that of a file where there is a folder of its very name.
  const isFolder = use !== 'start' && use !== 'other' && ids.has(`${path}/`);
  if (isFolder) return [''];
  return names.length === 0 ? names : [...names, index];
}

/** Whether a package.json says which file of a folder the loader gives, so that it need not be the index. */
function leadsElsewhere(path: string, packageOf: Lookup['packageOf']): boolean {
  const folder = path.replace(/\/$/, '');
  return packageOf(joinId(folder, 'x')) === folder;
}

/** A path counts from its file, or from the folder in which the program is likely to be started. */
export function startFolders(
  { fromFile, start, use }: PathString,
  from: string,
  packageOf: (id: string) => string,
): readonly string[] {
  const own = folderOf(from);
  if (fromFile || use === 'load') return [own];
  return startsAnywhere.has(use) && start.startsWith('.')
    ? [own, packageOf(from), '']
    : [packageOf(from), '', own];
}

const startsAnywhere: ReadonlySet<PathString['use']> = new Set(['compare', 'list', 'other']);

type Reach = Pick<ReachedFiles, 'start' | 'end'>;

/** @param mayLoad whether it may go to somebody who requires what is there */
function reachOf(string: PathString, from: string, mayLoad: boolean, look: Lookup): Reach | null {
  const reach = string.computed ? computedReach : folderReach;
  return reach(string, from, mayLoad, look);
}

/** `require('./plugins/' + name)`: anything below. */
function computedReach(
  string: PathString,
  from: string,
  mayLoad: boolean,
  { ids, packageOf }: Lookup,
): Reach | null {
  const { fromFile, use, end } = string;
  const isLoaded = runs.has(use) || (mayLoad && use === 'other');
  if (!fromFile && !isLoaded) return null;
  // `'./locales/' + name + '.json'`
  if (isDataEnding(end)) return null;
  for (const folder of startFolders(string, from, packageOf)) {
    const start = insideRoot(posix.join(folder, string.start));
    if (start === null) continue;
    const range = { start, end };
    // What is read from the package's own folder is seldom code.
    const isWhole = isFolderStart(start, packageOf(from)) && !runs.has(use);
    if (!isWhole && within(range, ids).length > 0) return range;
  }
  return null;
}

const runs: ReadonlySet<PathString['use']> = new Set(['list', 'load', 'start']);

function isFolderStart(start: string, folder: string): boolean {
  return start === '' || start.replace(/\/$/, '') === folder;
}

/**
 * A folder as such: of interest where its files are listed, one of them is what a `require` of the folder gives, or
 * somebody may require them.
 */
function folderReach(
  string: PathString,
  from: string,
  mayLoad: boolean,
  { ids, packageOf }: Lookup,
): Reach | null {
  const { use } = string;
  const isReached = use === 'list' || use === 'load' || (mayLoad && use === 'other');
  if (!isReached) return null;
  for (const folder of startFolders(string, from, packageOf)) {
    const path = insideRoot(posix.join(folder, fixedPart(string.start)));
    if (path === null || (use !== 'list' && isFolderStart(path, packageOf(from)))) continue;
    if ((use === 'load' || string.resolved) && !leadsElsewhere(path, packageOf)) continue;
    const start = path === '' || isPattern(string.start) ? path : `${path.replace(/\/$/, '')}/`;
    if (ids.has(start)) return { start, end: '' };
  }
  return null;
}

/** `./plugins/*.js` -> `./plugins/` */
function fixedPart(text: string): string {
  return isPattern(text) ? text.slice(0, text.search(patternSign)) : text;
}

function isPattern(text: string): boolean {
  return patternSign.test(text);
}

const patternSign = /[*?{[]|[!@+]\(/;

/** Normalised, without `./` in front; null where it leads out of the root. */
export function insideRoot(path: string): string | null {
  if (path === '..' || path.startsWith('../') || posix.isAbsolute(path)) return null;
  return path === '.' || path === './' ? '' : path;
}

/** Whether it requires what it does not tell, or lets others do so. */
function loadsUnknownFiles(facts: LinkFacts): boolean {
  return lendsRequire(facts) || facts.unknownLoads.some(({ by }) => by === 'require');
}

/** It gives its `require` to others: `new Function('require', text)(require)`. */
export function lendsRequire({ runtime }: LinkFacts): boolean {
  return runtime.some(({ feature }) => feature === 'require');
}
