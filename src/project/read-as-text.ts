import type { Finding } from '../checker/finding.ts';
import { isForDevelopment } from './bridges.ts';
import { folderOf } from './files/paths.ts';
import type { LinkModule } from './link/module.ts';
import { loadedBy, reach } from './link/reachable.ts';
import type { NamedFile, NamedPaths } from './named-paths.ts';
import { type Held, HeldFolders, heldFinding } from './renamed-paths.ts';

/** Files that somebody reads, be it to evaluate them or to show them: they are texts, and keep every byte. */

/**
 * Files whose text counts: it may be evaluated, or is read where nothing loads the file, so that it is no module to its
 * readers. Nor are those that nothing but such files requires, since whoever takes a text may follow its requires, as
 * bundlers do. All of them stay as they are.
 */
export function readAsText(
  { files }: NamedPaths,
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlyMap<string, Finding> {
  const readings = new Map<string, NamedFile>();
  for (const named of files) {
    const { target, string } = named;
    const isSettled = isMaterial(named) && isAnswered(modules.get(target));
    if (string.use === 'evaluate' || (mayBeRead(named) && !isSettled && !readings.has(target)))
      readings.set(target, named);
  }
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

function mayBeRead(named: NamedFile): boolean {
  return named.string.use === 'read' || isMaterial(named);
}

/** What tests hand over by its path, and nobody requires, is material for them: it may be read, parsed, bundled or started. */
function isMaterial({ from, target, string: { use, fromFile }, isWhole }: NamedFile): boolean {
  const isPassedOn = use === 'other' && fromFile && isWhole;
  return isPassedOn && isForDevelopment(from) && isForDevelopment(target);
}

function isAnswered(module: LinkModule | undefined): boolean {
  return module?.answer === 'default' || module?.answer === 'named';
}

function readingFinding(named: NamedFile): Finding {
  const { from, string } = named;
  const related = [{ path: from, range: [string.at, string.at] as const, note: 'here' }];
  const isGuess = isMaterial(named);
  const args = { reader: from, certainty: isGuess ? 'perhaps' : 'surely' };
  const settledBy: Finding['settledBy'] = isGuess ? ['default', 'named'] : [];
  return { code: 'read-as-text', range: [0, 0], args, related, settledBy };
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
