import type { ExportsFacts, OriginFact, RequireFact, ValueFact } from '../../checker/facts.ts';
import type { LinkFacts } from './link-facts.ts';
import type { LinkModule, Target } from './module.ts';
import { type InstalledModules, moduleBehind } from './order/installed-loads.ts';

/**
 * `exports.a = 1; module.exports = made();`: Node looks for the names of a CommonJS file's text in what it exports, and
 * fails to import the file where that is null or undefined; `require` does not care.
 *
 * @returns whether that may happen with a target, if it stays CommonJS
 * @see Node documentation, "CommonJS Namespaces"
 */
export function lackingNames(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): (target: Target) => boolean {
  const known = new Map<string, boolean>();
  return (target) => {
    if (target.kind !== 'module') return false;
    const answer = known.get(target.id) ?? mayLackNames(modules.get(target.id)!);
    known.set(target.id, answer);
    return answer;
  };

  function mayLackNames(module: LinkModule): boolean {
    return (
      module.facts.system !== 'esm' &&
      exportsSomehow(module, modules, { holds: showsNames, isHandedOn: isLexed, ofInstalled: lacksMember }) &&
      exportsSomehow(module, modules, { holds: mayBeNothing, isHandedOn: isWhole, ofInstalled: () => false })
    );
  }

  /** `module.exports = require('package').key`: names of the package are shown, and that key may not be one of them. */
  function lacksMember(target: ExternalTarget, { form }: RequireFact): boolean {
    const [member] = form.kind === 'expression' ? form.path : [];
    const { names } = target.external;
    if (member === undefined || names?.size === 0) return false;
    if (names !== null) return !names.has(member.key);
    const keys = moduleBehind(target, modules, installed)?.facts.exports.keys ?? [];
    return !keys.some(({ key }) => key === member.key);
  }
}

type ExternalTarget = Extract<Target, { kind: 'external' }>;

interface Question {
  readonly holds: (facts: LinkFacts, isStart: boolean) => boolean;
  /** Whether what a required module exports counts for a module whose exports come from it so. */
  readonly isHandedOn: (from: OriginFact) => boolean;
  /** Whether it holds where a member of an installed package is exported. */
  readonly ofInstalled: (target: ExternalTarget, fact: RequireFact) => boolean;
}

/** Node's lexer takes `module.exports = require('./x').y` for `module.exports = require('./x')`. */
const isLexed = ({ kind }: OriginFact): boolean => kind === 'required';

const isWhole = (from: OriginFact): boolean => from.kind === 'required' && from.path.length === 0;

/** Whether something holds for a module, or for one whose exports it hands on. */
function exportsSomehow(
  start: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  { holds, isHandedOn, ofInstalled }: Question,
): boolean {
  const pending = new Set([start]);
  for (const module of pending) {
    const { facts, targets } = module;
    if (holds(facts, module === start)) return true;
    for (const from of facts.exportsFrom) {
      if (from.kind !== 'required' || !isHandedOn(from)) continue;
      const target = targets[from.require]!;
      if (target.kind === 'module') pending.add(modules.get(target.id)!);
      if (target.kind === 'external' && ofInstalled(target, facts.requires[from.require]!)) return true;
    }
  }
  return false;
}

/**
 * Whether the text shows names to Node's lexer that may be put on another object than the one that is exported in the end:
 * where the file only hands on what another one exports, any.
 */
function showsNames(
  { exports: { mentions, versions, chains, holders } }: LinkFacts,
  isStart: boolean,
): boolean {
  const last = isStart ? versions.length - 1 : null;
  const isWritten = mentions.some(
    ({ use, version, through, deferred }) =>
      showing.has(use.kind) && through !== 'alias' && through !== 'this' && (version !== last || deferred),
  );
  // `exports = 0; exports.a = 1;`: what is put on a primitive value is no export of the file.
  const isElsewhere = holders.assignments.some(({ of, version }) => of === 'exports' && version !== last);
  return (
    isWritten ||
    isElsewhere ||
    versions.some(
      ({ chain }, version) => version !== last && chain !== null && chains[chain]!.value.kind === 'object',
    )
  );
}

/** `exports.a = …`, and `Object.defineProperty(exports, 'a', …)`, in which the exports are passed on. */
const showing: ReadonlySet<string> = new Set(['write', 'escape', 'compiled']);

/**
 * Whether what is exported may be null or undefined: nothing was put on it, and its value does not show what it is. Another
 * module of a cycle may get it, and hand it on, before it is replaced.
 */
function mayBeNothing(facts: LinkFacts, isStart: boolean): boolean {
  const { exports } = facts;
  if (!isStart && replacedValues(exports).some((value) => mayValueBeNothing(value, facts))) return true;
  const isPutOn = exports.mentions.some(
    ({ use, version, deferred }) =>
      use.kind === 'write' && !deferred && !use.write.conditional && version === exports.versions.length - 1,
  );
  return !isPutOn && assignedValues(exports).some((value) => mayValueBeNothing(value, facts));
}

function mayValueBeNothing(value: ValueFact | null, facts: LinkFacts): boolean {
  const { exports, names } = facts;
  switch (value?.kind) {
    case 'null':
    case 'undefined':
    case undefined:
      return true;
    case 'identifier':
      if (!Object.hasOwn(names.top, value.name)) return true;
      return !callable.has(names.top[value.name]!.kind) && !isRequired(value.name, facts);
    case 'other':
      return !isDefaultExport(value, exports);
    default:
      return false;
  }
}

/** `const x = require('./x');`: whether that is nothing, the other module tells. */
function isRequired(name: string, { names, requires }: LinkFacts): boolean {
  return (
    names.top[name]!.kind === 'const' &&
    requires.some(
      ({ form, interop }) =>
        form.kind === 'declarator' &&
        form.path.length === 0 &&
        form.target.kind === 'name' &&
        form.target.name === name &&
        interop === null,
    )
  );
}

/**
 * `exports.default = made(); module.exports = exports.default;`: what compilers add for CommonJS importers. Nobody does so
 * to export nothing, unless it is spelled out.
 */
function isDefaultExport({ range }: ValueFact, { mentions, chains }: ExportsFacts): boolean {
  const isRead = mentions.some(
    ({ use }) =>
      use.kind === 'read' &&
      use.key === 'default' &&
      use.member[0] === range[0] &&
      use.member[1] === range[1],
  );
  const last = mentions.findLast(
    ({ use, range: [at] }) => use.kind === 'write' && use.key === 'default' && at < range[0],
  );
  const chain = last?.use.kind === 'write' && !last.use.write.conditional ? last.use.write.chain : null;
  return isRead && chain !== null && !nothing.has(chains[chain]!.value.kind);
}

const nothing: ReadonlySet<ValueFact['kind']> = new Set(['null', 'undefined']);
const callable: ReadonlySet<string> = new Set(['class', 'function']);

/** What `module.exports` may hold in the end, other than what Node made; null where no chain shows it. */
function assignedValues(exports: ExportsFacts): readonly (ValueFact | null)[] {
  const assigned = allAssigned(exports);
  return exports.holders.cell ? assigned : assigned.slice(-1);
}

function replacedValues(exports: ExportsFacts): readonly (ValueFact | null)[] {
  return allAssigned(exports).slice(0, -1);
}

function allAssigned({ holders, chains }: ExportsFacts): readonly (ValueFact | null)[] {
  return holders.assignments
    .filter(({ of }) => of === 'module.exports')
    .map(({ chain }) => (chain === null ? null : chains[chain]!.value));
}
