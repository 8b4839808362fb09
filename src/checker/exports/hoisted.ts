import { addTo } from '../../lists.ts';
import type { Binding } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import type { Chain, HoistedFact, KeyFacts, Version } from '../facts.ts';
import { perScan } from '../per-scan.ts';
import { scopesOf } from '../strict/free-names.ts';
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
  /** Where it may be reached. */
  readonly mentions: readonly Resolved[];
}

/**
 * The function declarations that a file exports. They exist before any module of a cycle is evaluated (ECMA-262
 * §16.2.1.6.4 InitializeEnvironment), as they exist in CommonJS before the first statement of the file.
 */
export function hoistedOfDefault(inputs: Inputs, versions: readonly Version[]): readonly HoistedFact[] {
  const version = versions.length - 1;
  const chain = versions[version]!.chain;
  if (chain === null) return [];
  const mentions = inputs.resolved.filter(({ mention }) => mention.version === version);
  return hoistedOf({ key: null, chain, mentions }, inputs);
}

export function hoistedOfKeys(inputs: Inputs, keys: readonly KeyFacts[]): readonly HoistedFact[] {
  const byKey = new Map<string, Resolved[]>();
  const ofAny: Resolved[] = [];
  for (const each of inputs.resolved) {
    const { use, version } = each.mention;
    if (version !== 0) continue;
    if (use.kind === 'read' || use.kind === 'write') addTo(byKey, use.key, each);
    else if (reaching(use.kind)) ofAny.push(each);
  }
  return keys.flatMap(({ key, writes, reassigned, readBeforeWrite }) => {
    const use = writes.length === 1 ? inputs.resolved[writes[0]!]!.mention.use : null;
    const chain = use?.kind === 'write' ? use.write.chain : null;
    if (chain === null || key === 'default' || reassigned || readBeforeWrite) return [];
    return hoistedOf({ key, chain, mentions: [...(byKey.get(key) ?? []), ...ofAny] }, inputs);
  });
}

function hoistedOf({ key, chain, mentions: all }: Candidate, inputs: Inputs): readonly HoistedFact[] {
  const { context, chains, places, runs } = inputs;
  const { statement, declarator, targets, value } = chains[chain]!;
  const isPlain = declarator === null && targets[0]!.range[0] === statement[0];
  if (value.kind !== 'identifier' || !isPlain || targets.some(({ kind }) => kind === 'other')) return [];
  const binding = context.scopes.program.bindings.get(value.name);
  if (binding === undefined || !isOnlyDeclared(binding)) return [];
  const mentions = all.filter((each) => !isTargetOf(each, chain));
  if (mentions.length > 0 && innerNames(context).has(value.name)) return [];
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

/** What scopes inside of the file bind: a mention there could not be replaced by the name. */
const innerNames = perScan((scan): ReadonlySet<string> => {
  const [, ...inner] = scopesOf(scan);
  return new Set(inner.flatMap(({ bindings }) => [...bindings.keys()]));
});

function isTargetOf({ mention: { use } }: Resolved, chain: number): boolean {
  if (use.kind === 'write') return use.write.chain === chain;
  return use.kind === 'chain' && use.chain === chain;
}

/** Whether what has a key may be reached without its name. */
function reaching(kind: Resolved['mention']['use']['kind']): boolean {
  return !['alias', 'compiled', 'dropped', 'nothing', 'test'].includes(kind);
}
