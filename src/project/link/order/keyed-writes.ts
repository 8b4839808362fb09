import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { EffectFact } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';

/** The modules that are loaded with a target, itself first; null where not all of them are known. */
export type LoadedWith = (target: Target) => readonly LinkModule[] | null;

/**
 * The key of another module's exports to which an effect writes, where that is all that it does: what is loaded next can
 * tell only if it asks for that key.
 *
 * ```js
 * const Failure = require('./failure');
 * Failure.messages = require('./messages');
 * Failure.Cast = require('./cast');
 * ```
 *
 * @returns null where it may do anything else: by a setter, or to an object that others have by another name
 */
export function keyWritten(
  { targets }: LinkModule,
  { kind, callee }: EffectFact,
  loadedWith: LoadedWith,
): string | null {
  if (kind !== 'write' || callee.kind !== 'required' || callee.path.length !== 1) return null;
  const [key] = callee.path;
  if (key === ANY_KEY || key === '__proto__' || key === 'prototype') return null;
  const target = targets[callee.require]!;
  const loaded = target.kind === 'builtin' ? null : loadedWith(target);
  const provider = loaded?.[0];
  if (loaded === null || provider?.facts.system !== 'commonjs' || provider.facts.exportsFrom.length > 0)
    return null;
  const hasAccessors = loaded.some(({ facts }) => facts.hasSetters || facts.getters.length > 0);
  return hasAccessors ? null : key!;
}

/** Whether anything that is loaded with a target may ask for a key while it loads. */
export function looksAt(target: Target, key: string, loadedWith: LoadedWith): boolean {
  const loaded = loadedWith(target);
  return loaded === null || loaded.some((module) => looksAtKey(module, key));
}

function looksAtKey({ facts }: LinkModule, key: string): boolean {
  if (facts.system === 'esm') return true;
  return facts.timeline.some((entry) => {
    if (entry.kind !== 'read') return false;
    const { from } = entry.read;
    return (
      from.kind === 'unknown' || ('path' in from && (from.path.includes(key) || from.path.includes(ANY_KEY)))
    );
  });
}
