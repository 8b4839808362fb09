import type { Range, RequireFact, ValueUse } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { usesOf } from '../uses.ts';

/** The tables and methods of `module` by which Node finds, reads and compiles what is required. */
const changeable: ReadonlySet<string> = new Set([
  '_cache',
  '_extensions',
  '_pathCache',
  'prototype',
  'wrapper',
]);

/** `require('module').wrapper[0].length`: the halves of the wrapper are texts. */
function isLookAtWrapper({ form }: RequireFact): boolean {
  if (form.kind !== 'expression' || form.path.length < 2) return false;
  return form.path[0]!.key === 'wrapper' && form.use.kind === 'value' && !form.use.writes;
}

/** `const { Module } = require('module')`, `const Module = require('module').Module`: it is its own member. */
function usesOfClass({ form }: RequireFact): readonly ValueUse[] {
  if (form.kind !== 'declarator') return [];
  const { path, target } = form;
  if (target.kind === 'name') return path.length === 1 && path[0]!.key === 'Module' ? target.uses : [];
  return (target.properties ?? []).flatMap(({ key, uses }) => (key === 'Module' ? uses : []));
}

/** Where a module writes to the tables and methods of Node's loader; null: nowhere. */
export function patchesLoader({ facts, targets }: LinkModule): Range | null {
  for (const [index, fact] of facts.requires.entries()) {
    const target = targets[index]!;
    if (!isLoader(target) || isLookAtWrapper(fact)) continue;
    const use = [...usesOf(fact), ...usesOfClass(fact)].find(
      ({ kind, keys, writes, fallback }) =>
        !fallback &&
        (kind === 'member-write' || writes || (kind !== 'method' && keys.some((key) => changeable.has(key)))),
    );
    if (use !== undefined) return use.range;
  }
  return null;
}

/** Whether others may get the loader from a module: `require` as a value, or the class of modules by its own variable. */
export function handsOnLoader({ facts, targets }: LinkModule): boolean {
  if (facts.loader.handedOn !== null) return true;
  return facts.requires.some(
    (fact, index) => isLoader(targets[index]!) && [...usesOf(fact), ...usesOfClass(fact)].some(isHanded),
  );
}

/** Whether a module has a loader in another form than `require`. */
export function holdsLoader({ facts, targets }: LinkModule): boolean {
  return facts.loader.holds || targets.some(isLoader);
}

function isLoader(target: Target): boolean {
  return target.kind === 'builtin' && target.name === 'module';
}

function isHanded({ kind }: ValueUse): boolean {
  return kind === 'value' || kind === 'export';
}
