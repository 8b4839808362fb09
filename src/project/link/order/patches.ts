import {
  builtinsIn,
  callableBuiltins,
  globalBuiltins,
  sameBuiltin,
} from '../../../checker/builtin-members.ts';
import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { RequireFact, ValueUse } from '../../../checker/facts.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { usesOf, usesOfMember } from '../uses.ts';

/** The keys that somebody may write to, by the name of the builtin or the path of the installed file that has them. */
export type Patches = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What is patched of builtins and of installed files: somewhere the program writes to it, or the project hands a builtin to
 * code that may.
 *
 * The named exports of a builtin do not follow such writes (Node documentation, `module.syncBuiltinESMExports`), and
 * what a module takes out of it depends on when it does so. Of all others every moment gives the same. The same goes for
 * installed CommonJS files, whose named exports Node copies once. A builtin is also patched where another one has it as a
 * member, `fs.promises.readFile = …`, and those that are variables of every program by whoever writes to them.
 */
export function patchesBy(project: Iterable<LinkModule>, installed: Iterable<LinkModule>): Patches {
  const patches = new Map<string, Set<string>>();
  for (const module of project) note(module, mayPatch);
  for (const module of installed) note(module, writes);
  return patches;

  function note({ facts, targets }: LinkModule, changesBuiltin: (use: ValueUse) => boolean): void {
    for (const [index, fact] of facts.requires.entries()) {
      const target = targets[index]!;
      const name = patchable(target);
      if (name === null) continue;
      const uses = usesOf(fact).filter(target.kind === 'builtin' ? changesBuiltin : writes);
      add(name, [...uses.flatMap(keysOf), ...writtenAsExports(facts, index)]);
      if (target.kind === 'builtin') noteMembers(fact, target.name, changesBuiltin);
    }
    const written = facts.exports.writtenElsewhere.filter((key) => key !== ANY_KEY);
    for (const name of globalBuiltins) add(name, written);
  }

  function noteMembers(fact: RequireFact, name: string, changesBuiltin: (use: ValueUse) => boolean): void {
    for (const [key, builtin] of builtinsIn(name)) {
      const changes = callableBuiltins.has(builtin) ? writes : changesBuiltin;
      add(builtin, usesOfMember(fact, key).filter(changes).flatMap(keysOf));
    }
  }

  function add(name: string, keys: readonly string[]): void {
    if (keys.length === 0) return;
    const known = patches.get(name) ?? new Set();
    patches.set(name, known);
    for (const key of keys) known.add(key);
  }
}

/** One of the names, `ANY_KEY` for all, that is patched of a builtin or file; null where none is. */
export function patchedName(patches: Patches, target: Target, names: readonly string[]): string | null {
  const keys = patches.get(patchable(target) ?? '');
  if (keys === undefined) return null;
  const isPatched = (name: string): boolean => keys.has(ANY_KEY) || name === ANY_KEY || keys.has(name);
  return names.find(isPatched) ?? null;
}

function patchable(target: Target): string | null {
  if (target.kind === 'builtin') return sameBuiltin(target.name);
  return target.kind === 'external' ? target.file : null;
}

function keysOf({ kind, keys }: ValueUse): readonly string[] {
  return kind === 'member-write' && keys.length > 0 ? keys : [ANY_KEY];
}

/** `module.exports = require('x'); module.exports.key = value;` */
function writtenAsExports({ exports, exportsFrom }: LinkFacts, require: number): readonly string[] {
  const isHandedOn = exportsFrom.some(
    (from) => from.kind === 'required' && from.require === require && from.path.length === 0,
  );
  if (!isHandedOn) return [];
  return exports.mentions.flatMap(({ version, use }) => {
    if (version === 0) return [];
    if (use.kind === 'write') return [use.key];
    return use.kind === 'escape' ? [ANY_KEY] : [];
  });
}

function writes(use: ValueUse): boolean {
  return use.kind === 'member-write' || use.writes;
}

function mayPatch(use: ValueUse): boolean {
  return writes(use) || use.kind === 'value' || use.kind === 'export';
}
