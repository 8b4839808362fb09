import type { Binding, Scope } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import type { Chain, HoistedFact, KeyFacts, Version } from '../facts.ts';
import { isReservedName } from '../strict/reserved-names.ts';
import { declarationNamed, isInProgramBody } from '../writes.ts';
import type { FirstRuns } from './first-runs.ts';
import type { Resolved } from './mentions.ts';
import type { Place, Places } from './places.ts';

interface Inputs {
  readonly context: ScanContext;
  readonly chains: readonly Chain[];
  readonly resolved: readonly Resolved[];
  readonly places: Places;
  readonly runs: FirstRuns;
}

/** Something that is exported by one statement, of which an ES module exports the very variable. */
interface Candidate {
  readonly key: string | null;
  readonly chain: number;
  readonly concerns: (mention: Resolved) => boolean;
}

/**
 * The function declarations that a file exports. They exist before any module of a cycle is evaluated (ECMA-262
 * §16.2.1.6.4 InitializeEnvironment), as they exist in CommonJS before the first statement of the file.
 */
export function hoistedOfDefault(inputs: Inputs, versions: readonly Version[]): readonly HoistedFact[] {
  const version = versions.length - 1;
  const chain = versions[version]!.chain;
  if (chain === null) return [];
  const concerns = ({ mention }: Resolved): boolean => mention.version === version;
  return hoistedOf({ key: null, chain, concerns }, inputs);
}

export function hoistedOfKeys(inputs: Inputs, keys: readonly KeyFacts[]): readonly HoistedFact[] {
  return keys.flatMap(({ key, writes, reassigned, readBeforeWrite }) => {
    const use = writes.length === 1 ? inputs.resolved[writes[0]!]!.mention.use : null;
    const chain = use?.kind === 'write' ? use.write.chain : null;
    if (chain === null || key === 'default' || reassigned || readBeforeWrite) return [];
    return hoistedOf({ key, chain, concerns: (each) => mayReach(each, key) }, inputs);
  });
}

function hoistedOf({ key, chain, concerns }: Candidate, inputs: Inputs): readonly HoistedFact[] {
  const { context, chains, resolved, places, runs } = inputs;
  const { statement, declarator, targets, value } = chains[chain]!;
  const isPlain = declarator === null && targets[0]!.range[0] === statement[0];
  if (value.kind !== 'identifier' || !isPlain || targets.some(({ kind }) => kind === 'other')) return [];
  const binding = context.scopes.program.bindings.get(value.name);
  if (binding === undefined || !isOnlyDeclared(binding)) return [];
  const mentions = resolved.filter((each) => concerns(each) && !isTargetOf(each, chain));
  if (mentions.length > 0 && isBoundWithin(binding.scope, value.name)) return [];
  const others = binding.references.filter(({ node }) => node.start !== value.range[0]);
  const momentOf = ({ region, shifts }: Place, start: number): number =>
    region === null ? (shifts[0] ?? start) : runs.withoutCycles(region);
  const until = Math.min(
    context.source.length,
    ...others.map(({ node }) => momentOf(places.of(node), node.start!)),
    ...mentions.map(({ place, mention }) => momentOf(place, mention.range[0])),
  );
  return [{ key, from: statement[1], until }];
}

/** `function name() {}` in the program body, and nothing else is ever in that variable. */
function isOnlyDeclared({ kind, name, scope, declarations, writes }: Binding): boolean {
  const declaration = declarations.length === 1 ? declarationNamed(declarations[0]!) : null;
  return (
    kind === 'function' &&
    writes.length === 0 &&
    !scope.dynamic &&
    !isReservedName(name) &&
    declaration !== null &&
    isInProgramBody(declaration)
  );
}

/** Whether a scope inside has another variable of that name: a mention there could not be replaced by the name. */
function isBoundWithin({ children }: Scope, name: string): boolean {
  return children.some((child) => child.bindings.has(name) || isBoundWithin(child, name));
}

function isTargetOf({ mention: { use } }: Resolved, chain: number): boolean {
  if (use.kind === 'write') return use.write.chain === chain;
  return use.kind === 'chain' && use.chain === chain;
}

/** Whether what has a key may be reached: others are read and written without it. */
function mayReach({ mention: { version, use } }: Resolved, key: string): boolean {
  if (version !== 0) return false;
  if (use.kind === 'read' || use.kind === 'write') return use.key === key;
  return !['alias', 'compiled', 'dropped', 'nothing', 'test'].includes(use.kind);
}
