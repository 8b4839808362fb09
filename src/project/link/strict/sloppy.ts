import type { DiagnosticCode } from '../../../checker/diagnostics/codes.ts';
import { keysOfCallables } from '../../../checker/facts/keys.ts';
import type { Range, RequiredPlace, SloppyFacts } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule, Target, Verdict } from '../module.ts';
import type { Providers } from '../re-export.ts';
import { usesOf } from '../uses.ts';
import { isConverted } from '../verdict.ts';

/**
 * Strict mode across modules (ECMA-262 Annex C). A sloppy write to a property that rejects it goes unnoticed and would
 * throw: the importer stays.
 */
export function judgeSloppiness(
  importer: LinkModule,
  providers: Providers,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean {
  let changed = false;
  const stay = (module: LinkModule, finding: Finding): void => {
    const verdict = verdicts.get(module.id)!;
    verdict.fate = 'stay';
    verdict.findings.push(finding);
    changed = true;
  };
  const converts = ({ id }: LinkModule): boolean => isConverted(verdicts.get(id)!.fate);
  for (const index of importer.facts.requires.keys()) {
    for (const { target, module: provider } of providers.through(importer.targets[index]!)) {
      const write = converts(importer) ? rejectedWrite(importer, index, target, provider) : null;
      if (write !== null)
        stay(importer, finding('strict-read-only', write.range, { name: write.key }, provider, WHOLE_FILE));
      const asked =
        provider !== null && converts(provider) ? functionAskedForKeys(importer, index, provider) : null;
      if (asked !== null)
        stay(provider!, finding('strict-function-keys', WHOLE_FILE, {}, importer, asked.range));
    }
  }
  return changed;
}

/** Keys of a required value that reject writes; no key of a namespace object accepts one (§10.4.6.9). */
function fixedKeysOf(target: Target, provider: LinkModule | null): SloppyFacts['fixedKeys'] {
  if (target.kind === 'external') return target.external.system === 'esm' ? 'all' : [];
  if (provider === null) return [];
  return provider.facts.system === 'esm' || exportsDatum(provider) ? 'all' : provider.facts.sloppy.fixedKeys;
}

/** `module.exports = require('./package.json').version`: most of what data has under its keys is primitive. */
function exportsDatum({ facts, targets }: LinkModule): boolean {
  return facts.exportsFrom.some((from) => {
    const target = from.kind === 'required' && from.path.length > 0 ? targets[from.require]! : null;
    return target?.kind === 'external' && target.external.system === 'json';
  });
}

export interface KeyWritten {
  readonly range: Range;
  readonly key: string;
}

/** And whether that is a key of a primitive value. */
export interface MemberWritten extends KeyWritten {
  readonly isPrimitive: boolean;
}

function rejectedWrite(
  importer: LinkModule,
  index: number,
  target: Target,
  provider: LinkModule | null,
): KeyWritten | null {
  const [write] = fixedWrites(importer, index, fixedKeysOf(target, provider));
  return (
    write ?? resultWrite(importer, index, provider) ?? memberWrites(importer, index, provider)[0] ?? null
  );
}

/** The writes of a sloppy importer to what rejects them: by itself, or by a function of its own that it calls. */
export function fixedWrites(
  { facts }: LinkModule,
  index: number,
  fixedKeys: SloppyFacts['fixedKeys'],
): readonly KeyWritten[] {
  if (facts.layout.useStrict.length > 0 || fixedKeys.length === 0) return [];
  const isFixed = (key: string): boolean => fixedKeys === 'all' || fixedKeys.includes(key);
  const writes = [
    ...usesOf(facts.requires[index]!)
      .filter(({ kind }) => kind === 'member-write')
      .map(({ range, keys }) => ({ range, key: keys[0] ?? '' })),
    ...writesWhileLoading(facts, index),
    ...writesAsExports(facts, index),
  ];
  return writes.filter(({ key }) => isFixed(key));
}

/** A write of a sloppy importer to what a function of the other module gave it, where that rejects it. */
function resultWrite({ facts }: LinkModule, index: number, provider: LinkModule | null): KeyWritten | null {
  if (provider === null) return null;
  const { fixedInResults: fixed, handsOutFunctions } = provider.facts.sloppy;
  const isFixed = (key: string | null): boolean =>
    fixed === 'all' ||
    (key === null ? fixed.length > 0 : fixed.includes(key)) ||
    (handsOutFunctions && keysOfCallables.has(key));
  const write = facts.sloppy.resultWrites.find(({ require, key }) => require === index && isFixed(key));
  return write === undefined ? null : { range: write.range, key: write.key ?? 'it' };
}

/** The writes of a sloppy importer to the `name` of a function, or to what is no object. */
export function memberWrites(
  { facts }: LinkModule,
  index: number,
  provider: LinkModule | null,
): readonly MemberWritten[] {
  return facts.sloppy.requiredWrites.flatMap(({ range, require, path, key, result }) => {
    if (require !== index || result || provider === null) return [];
    const isOfPrimitive = isPrimitive(provider, path);
    const isRejected = isOfPrimitive || (keysOfCallables.has(key) && isCallable(provider, path));
    return isRejected ? [{ range, key: key ?? '[…]', isPrimitive: isOfPrimitive }] : [];
  });
}

/** Whether what a module exports at a path is, or may be, a function or class. */
export function isCallable({ facts }: LinkModule, path: readonly string[]): boolean {
  return exportsSome(callable, facts, path) || mayBeFunction(facts, path);
}

/** Whether a member of the exports is no object. */
function isPrimitive({ facts }: LinkModule, [key, ...deeper]: readonly string[]): boolean {
  return key !== undefined && deeper.length === 0 && facts.sloppy.primitiveMembers.includes(key);
}

/** Whether what a module exports at a path is made by a call, say, so that it may be anything. */
export function exportsMade({ facts }: LinkModule, path: readonly string[]): boolean {
  return exportsSome(made, facts, path);
}

/** Where the importer asks a function of a sloppy module for its own keys. */
function functionAskedForKeys(
  { facts }: LinkModule,
  index: number,
  provider: LinkModule,
): RequiredPlace | null {
  if (provider.facts.layout.useStrict.length > 0) return null;
  const asked = facts.sloppy.askedForKeys.filter(({ require }) => require === index);
  return asked.find(({ path }) => exportsSome(sloppyFunction, provider.facts, path)) ?? null;
}

function exportsSome(
  kinds: ReadonlySet<string>,
  { exports, names }: LinkFacts,
  [key, ...deeper]: readonly string[],
): boolean {
  if (deeper.length > 0) return false;
  return exports.chains.some(({ targets, value }) => {
    const isTarget = targets.some((target) =>
      target.kind === 'key' ? target.key === key : target.kind === 'module.exports' && key === undefined,
    );
    // What a free name denotes, `module.exports = Map`, is not to be seen in the file.
    const kind = value.kind === 'identifier' ? (names.top[value.name]?.kind ?? 'other') : value.kind;
    return isTarget && kinds.has(kind);
  });
}

/** The whole exports, where they are assigned in a function, say; or a member of what is a class or function. */
function mayBeFunction({ sloppy }: LinkFacts, { length }: readonly string[]): boolean {
  return length <= 1 && sloppy.exportsFunction;
}

const sloppyFunction: ReadonlySet<string> = new Set(['function']);
const made: ReadonlySet<string> = new Set(['other']);
const callable: ReadonlySet<string> = new Set(['arrow', 'class', 'function']);

function writesWhileLoading({ timeline }: LinkFacts, index: number): readonly KeyWritten[] {
  return timeline.flatMap((entry) => {
    if (entry.kind !== 'effect' || entry.effect.kind !== 'write') return [];
    const { range, callee } = entry.effect;
    const isThis = callee.kind === 'required' && callee.require === index && callee.path.length <= 1;
    return isThis ? [{ range, key: callee.path[0] ?? '' }] : [];
  });
}

/** `module.exports = require('./m'); module.exports.key = 1;` */
function writesAsExports(
  { exports: { mentions, versions, chains } }: LinkFacts,
  index: number,
): readonly KeyWritten[] {
  const isThis = (chain: number | null): boolean => {
    const value = chain === null ? null : chains[chain]!.value;
    return value?.kind === 'require' && value.require === index;
  };
  return mentions.flatMap(({ version, use }) => {
    if (use.kind !== 'write') return [];
    // What is not certain may be any of them.
    const held = versions[version] ? [versions[version]] : versions;
    return held.some(({ chain }) => isThis(chain)) ? [{ range: use.member, key: use.key }] : [];
  });
}

function finding(
  code: DiagnosticCode,
  range: Range,
  args: Finding['args'],
  other: LinkModule | null,
  place: Range,
): Finding {
  const related = other === null ? [] : [{ path: other.id, range: place, note: 'here' }];
  return makeFinding(code, { range, args, related });
}
