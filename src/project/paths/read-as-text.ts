import { convertingAnswers, isConverting } from '../../checker/facts/common.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { folderOf } from '../files/paths.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedBy, loadedIn, reach } from '../link/reachable.ts';
import { isForDevelopment } from './bridges.ts';
import { IdsByStart } from './ids-by-start.ts';
import { type NamedFile, type NamedPaths, within } from './named-paths.ts';
import { isNamedDoor } from './orphans.ts';
import { type Held, HeldFolders, heldFinding } from './renamed-paths.ts';

/** Files that somebody reads, be it to evaluate them or to show them: they are texts, and keep every byte. */

/**
 * Files whose text counts: it may be evaluated, or is read where nothing loads the file, so that it is no module to its
 * readers. Nor are those that nothing but such files requires, since whoever takes a text may follow its requires, as
 * bundlers do. All of them stay as they are.
 */
export function readAsText(
  { files, reached }: NamedPaths,
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlyMap<string, Finding> {
  const readings = new Map<string, Reading>();
  for (const named of files) {
    const { target, string } = named;
    const isSettled = isMaterial(named) && isConverting(modules.get(target)?.answer);
    if (string.use === 'evaluate' || (mayBeRead(named) && !isSettled && !readings.has(target)))
      readings.set(target, { ...named, certainty: isMaterial(named) ? 'perhaps' : 'surely' });
  }
  for (const reading of readingsInFolders(reached, [...readings.values()], modules))
    if (!readings.has(reading.target) && !isConverting(modules.get(reading.target)?.answer))
      readings.set(reading.target, reading);
  if (readings.size === 0) return new Map();
  const requiredBy = requiresIn(modules);
  const ofOthers = [...readings.values()].filter(({ from, target }) => from !== target);
  const behindTexts = reach(
    ofOthers.map(({ target }) => target),
    requiredBy,
  );
  const others = [...modules.keys()].filter((id) => !behindTexts.has(id));
  const loaded = reach(others, requiredBy);
  const read = new Map(
    [...readings].filter(([target, { string }]) => string.use === 'evaluate' || !loaded.has(target)),
  );
  for (const [id, reading] of read)
    for (const other of requiredBy(id)) if (!read.has(other) && !loaded.has(other)) read.set(other, reading);
  return new Map([...read].map(([id, reading]) => [id, readingFinding(reading)]));
}

/** `folder`: others of its folder are read. */
interface Reading extends Pick<NamedFile, 'from' | 'target' | 'string'> {
  readonly certainty: 'surely' | 'perhaps' | 'folder';
}

/**
 * Files that nothing names, in folders of which files are read by computed paths, and those beside the material of tests.
 * What the package.json leads to is no text; nor is what lies beside its reader.
 */
function readingsInFolders(
  reached: NamedPaths['reached'],
  readings: readonly Reading[],
  modules: ReadonlyMap<string, LinkModule>,
): readonly Reading[] {
  const ids = [...modules.keys()];
  const byStart = new IdsByStart(ids);
  const loaded = loadedIn(modules);
  const isLone = (id: string): boolean => !loaded.has(id) && !isNamedDoor(modules.get(id)!.door);
  const computed = reached.filter(({ string }) => string.computed && takesText.has(string.use));
  const below = computed.flatMap(({ from, string, ...range }) =>
    within(range, byStart)
      .filter((id) => folderOf(id) !== folderOf(from) && isLone(id))
      .map((target) => ({ from, target, string, certainty: 'folder' as const })),
  );
  const materials = new Map(
    readings
      .filter(({ from, target }) => isForDevelopment(target) && folderOf(from) !== folderOf(target))
      .map((reading) => [folderOf(reading.target), reading]),
  );
  const beside = ids.flatMap((target) => {
    const material = materials.get(folderOf(target));
    return material !== undefined && isLone(target)
      ? [{ ...material, target, certainty: 'folder' as const }]
      : [];
  });
  return [...below, ...beside];
}

const takesText: ReadonlySet<NamedFile['string']['use']> = new Set(['evaluate', 'read']);

function mayBeRead(named: NamedFile): boolean {
  return named.string.use === 'read' || isMaterial(named);
}

/** What tests hand over by its path, and nobody requires, is material for them: it may be read, parsed, bundled or started. */
function isMaterial({ from, target, string: { use, fromFile }, isWhole }: NamedFile): boolean {
  const isPassedOn = use === 'other' && fromFile && isWhole;
  return isPassedOn && isForDevelopment(from) && isForDevelopment(target);
}

function readingFinding({ from, string, certainty }: Reading): Finding {
  const related = [{ path: from, range: [string.at, string.at] as const, note: 'here' }];
  const args = { reader: from, certainty };
  const settledBy = certainty === 'surely' ? [] : convertingAnswers;
  return makeFinding('read-as-text', { args, related, settledBy });
}

/** Texts that are required by texts keep their names: else those would have to change with them. */
export function heldForTexts(
  texts: ReadonlyMap<string, Finding>,
  modules: ReadonlyMap<string, LinkModule>,
  renames: ReadonlyMap<string, string>,
): Held {
  const held = new HeldFolders([...modules.keys()]);
  const requiredBy = requiresIn(modules);
  for (const [text, { args, related }] of texts)
    for (const id of requiredBy(text).filter((other) => texts.has(other) && renames.has(other)))
      held.add(folderOf(id), heldFinding(folderOf(id), String(args.reader), related[0]!.range[0]));
  return held;
}

/** What a module may load; nothing where its file was not scanned. */
function requiresIn(modules: ReadonlyMap<string, LinkModule>): (id: string) => readonly string[] {
  return (id) => {
    const module = modules.get(id);
    return module === undefined ? [] : loadedBy(module);
  };
}
