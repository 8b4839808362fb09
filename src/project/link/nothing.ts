import type { ExportsFacts, ValueFact } from '../../checker/facts.ts';
import type { LinkFacts } from './link-facts.ts';
import type { LinkModule, Target } from './module.ts';

/**
 * `exports.a = 1; module.exports = made();`: Node looks for the names of a CommonJS file's text in what it exports, and
 * fails to import the file where that is null or undefined; `require` does not care.
 *
 * @returns whether that may happen with a target, if it stays CommonJS
 * @see Node documentation, "CommonJS Namespaces"
 */
export function lackingNames(modules: ReadonlyMap<string, LinkModule>): (target: Target) => boolean {
  const known = new Map<string, boolean>();
  return (target) => {
    if (target.kind !== 'module') return false;
    const answer = known.get(target.id) ?? mayLackNames(modules.get(target.id)!, modules);
    known.set(target.id, answer);
    return answer;
  };
}

function mayLackNames(module: LinkModule, modules: ReadonlyMap<string, LinkModule>): boolean {
  return (
    module.facts.system !== 'esm' &&
    exportsSomehow(module, modules, showsNames, new Set()) &&
    exportsSomehow(module, modules, mayBeNothing, new Set())
  );
}

/** Whether something holds for a module, or for one whose exports it hands on. */
function exportsSomehow(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  holds: (facts: LinkFacts) => boolean,
  seen: Set<LinkModule>,
): boolean {
  if (seen.has(module)) return false;
  seen.add(module);
  if (holds(module.facts)) return true;
  return assignedValues(module.facts.exports).some((value) => {
    const target = value?.kind === 'require' ? module.targets[value.require]! : null;
    return target?.kind === 'module' && exportsSomehow(modules.get(target.id)!, modules, holds, seen);
  });
}

/** Whether the text shows names to Node's lexer that are put on another object than the one that is exported in the end. */
function showsNames({ exports: { mentions, versions, chains } }: LinkFacts): boolean {
  const last = versions.length - 1;
  const isWritten = mentions.some(
    ({ use, version, through, deferred }) =>
      showing.has(use.kind) && through !== 'alias' && through !== 'this' && (version !== last || deferred),
  );
  return (
    isWritten ||
    versions.slice(0, -1).some(({ chain }) => chain !== null && chains[chain]!.value.kind === 'object')
  );
}

/** `exports.a = …`, and `Object.defineProperty(exports, 'a', …)`, in which the exports are passed on. */
const showing: ReadonlySet<string> = new Set(['write', 'escape', 'compiled']);

/** Whether what is exported may be null or undefined: nothing was put on it, and its value does not show what it is. */
function mayBeNothing({ exports, names }: LinkFacts): boolean {
  const isPutOn = exports.mentions.some(
    ({ use, version, deferred }) =>
      use.kind === 'write' && !deferred && !use.write.conditional && version === exports.versions.length - 1,
  );
  return !isPutOn && assignedValues(exports).some((value) => mayValueBeNothing(value, names));
}

function mayValueBeNothing(value: ValueFact | null, names: LinkFacts['names']): boolean {
  if (value?.kind !== 'identifier') return value === null || perhapsNothing.has(value.kind);
  return !Object.hasOwn(names.top, value.name) || !callable.has(names.top[value.name]!.kind);
}

const perhapsNothing: ReadonlySet<ValueFact['kind']> = new Set(['other', 'undefined']);
const callable: ReadonlySet<string> = new Set(['class', 'function']);

/** What `module.exports` may hold in the end, other than what Node made; null where no chain shows it. */
function assignedValues({ holders, chains }: ExportsFacts): readonly (ValueFact | null)[] {
  const assigned = holders.assignments.filter(({ of }) => of === 'module.exports');
  const counting = holders.cell ? assigned : assigned.slice(-1);
  return counting.map(({ chain }) => (chain === null ? null : chains[chain]!.value));
}
