import type { EsmImport, ExportsFacts, ModuleFacts, ValueFact, ValueUse } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import { type InstalledModules, keyOf } from './installed-loads.ts';
import type { LinkModule, Target } from './module.ts';
import { usesOf } from './uses.ts';

/**
 * Names that an ES module imports from CommonJS, or from a builtin, are copies, made when some ES module first imports
 * it (Node documentation, "CommonJS Namespaces", `module.syncBuiltinESMExports`). Where the exports may change, the
 * moment counts: an importer that was converted would bring it forward to when they are loaded. So such a module stays
 * CommonJS, and those that require it go on calling `require`.
 */
export interface CopiedNames {
  /** Why a module has to stay. */
  readonly stays: ReadonlyMap<string, Finding>;
  /** Whether a converted importer must not be the first to import it. */
  readonly isCopied: (target: Target) => boolean;
}

/** @param patched builtins and installed files that the project writes to */
export function copiedNames(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  patched: ReadonlySet<string>,
): CopiedNames {
  const stays = new Map<string, Finding>();
  const copied = new Set<string | null>();
  let written: Known['written'] | null = null;
  for (const importer of modules.values()) {
    for (const { argument, names, typeOnly } of importsIn(importer.facts)) {
      const target = importer.imports.get(argument[0]);
      if (target === undefined || typeOnly || !names.some(isCopy)) continue;
      written ??= writesTo(modules);
      const name = changingName(target, names.filter(isCopy), { modules, installed, patched, written });
      if (name === null) continue;
      copied.add(keyOf(target));
      if (target.kind === 'module') stays.set(target.id, finding(importer, argument, name));
    }
  }
  return { stays, isCopied: (target) => copied.size > 0 && copied.has(keyOf(target)) };
}

function importsIn({ esm }: ModuleFacts): readonly EsmImport[] {
  return [...esm.imports, ...esm.stars, ...esm.dynamicImports];
}

/** The default import is `module.exports` itself. */
function isCopy(name: string): boolean {
  return name !== 'default' && name !== 'module.exports';
}

interface Known {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledModules | null;
  readonly patched: ReadonlySet<string>;
  readonly written: Written;
}

interface Written {
  /** By module: uses by which an importer may change its exports, since it writes to them or passes them on. */
  readonly uses: ReadonlyMap<string, readonly ValueUse[]>;
  /** The keys that somebody writes to who may have got hold of what was passed on. */
  readonly keys: ReadonlySet<string>;
}

function writesTo(modules: ReadonlyMap<string, LinkModule>): Written {
  const found = new Map<string, ValueUse[]>();
  const keys = new Set<string>();
  for (const { facts, targets } of modules.values()) {
    for (const key of facts.exports.writtenElsewhere) keys.add(key);
    for (const [index, target] of targets.entries()) {
      if (target.kind !== 'module') continue;
      const uses = usesOf(facts.requires[index]!).filter(({ kind, writes }) => writes || changing.has(kind));
      if (uses.length > 0) found.set(target.id, [...(found.get(target.id) ?? []), ...uses]);
    }
  }
  return { uses: found, keys };
}

const changing: ReadonlySet<ValueUse['kind']> = new Set(['export', 'member-write', 'value']);

/** One of the names, `*` for all, whose value may change once the module is loaded; null where none does. */
function changingName(target: Target, names: readonly string[], known: Known): string | null {
  switch (target.kind) {
    case 'builtin':
      return known.patched.has(target.name) ? names[0]! : null;
    case 'module':
      return changingIn(known.modules.get(target.id)!, names, known, new Set());
    case 'external': {
      if (target.file === null || target.external.system !== 'commonjs') return null;
      if (known.patched.has(target.file)) return names[0]!;
      const module = known.installed?.(target.file) ?? null;
      return module === null ? names[0]! : changingIn(module, names, known, new Set());
    }
    default:
      return null;
  }
}

function changingIn(
  module: LinkModule,
  names: readonly string[],
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  const { facts, id } = module;
  if (facts.system === 'esm' || seen.has(module)) return null;
  seen.add(module);
  const isTaken = (name: string): boolean => names.includes('*') || names.includes(name);
  const uses = known.written.uses.get(id) ?? [];
  const isPassedOn = uses.some(({ kind }) => kind !== 'member-write');
  const { shape, keys, mentions } = facts.exports;
  const isUnclear =
    shape === 'ambiguous' ||
    uses.some(({ kind, writes }) => kind === 'computed' && writes) ||
    mentions.some(({ use }) => use.kind === 'escape');
  if (isUnclear) return names[0]!;
  const own = [...keys.map(({ key }) => key), ...shownKeys(facts.exports)];
  const byOthers =
    uses.flatMap((use) => use.keys).find(isTaken) ??
    own.find((key) => isPassedOn && isTaken(key) && known.written.keys.has(key));
  if (byOthers !== undefined) return byOthers;
  if (shape === 'default') return changingInValue(module, names, isTaken, known, seen);
  return keys.find(({ key, reassigned }) => reassigned && isTaken(key))?.key ?? null;
}

/** The same where `module.exports` got a value: who can write to that depends on where it comes from. */
function changingInValue(
  module: LinkModule,
  names: readonly string[],
  isTaken: (name: string) => boolean,
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  const { exports } = module.facts;
  const value = finalValue(exports);
  if (value?.kind === 'require') {
    const next = moduleAt(module.targets[value.require]!, known);
    return next === null ? names[0]! : changingIn(next, names, known, seen);
  }
  if (value === null || !isOfThisFile(value, module.facts)) return names[0]!;
  const shown = shownKeys(exports);
  return exports.writtenLater.find((key) => isTaken(key) && shown.includes(key)) ?? null;
}

function moduleAt(target: Target, { modules, installed }: Known): LinkModule | null {
  if (target.kind === 'module') return modules.get(target.id)!;
  return target.kind === 'external' && target.file !== null ? (installed?.(target.file) ?? null) : null;
}

function finalValue({ versions, chains }: ExportsFacts): ValueFact | null {
  const chain = versions.at(-1)?.chain ?? null;
  return chain === null ? null : chains[chain]!.value;
}

/** An object or function that the file makes itself: whoever else writes to it got it from this file. */
function isOfThisFile(value: ValueFact, { names }: ModuleFacts): boolean {
  if (value.kind !== 'identifier') return ['object', 'function', 'class', 'arrow'].includes(value.kind);
  const kind = Object.hasOwn(names.top, value.name) ? names.top[value.name]!.kind : null;
  return kind === 'function' || kind === 'class';
}

/** Keys that the exports get where the file shows it, as Node's lexer needs it to find the names. */
function shownKeys({ literal, mentions }: ExportsFacts): readonly string[] {
  const written = mentions.flatMap(({ use }) => (use.kind === 'write' ? [use.key] : []));
  return [...(literal ?? []).map(({ key }) => key), ...written];
}

function finding({ id }: LinkModule, range: EsmImport['argument'], name: string): Finding {
  const related = [{ path: id, range, note: 'here' }];
  return { code: 'names-copied', range: [0, 0], args: { path: id, name }, related, settledBy: [] };
}
