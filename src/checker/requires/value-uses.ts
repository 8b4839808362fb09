import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { builtinMemberKeys } from '../builtin-members.ts';
import type { ScanContext } from '../context.ts';
import { firstRunsOf } from '../exports/first-runs.ts';
import { placesOf } from '../exports/places.ts';
import type { ValueUse } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { isFallback } from './fallbacks.ts';
import { flowOf } from './flow.ts';
import { inheritedBy } from './inherited.ts';
import type { Use } from './use.ts';

export interface ValueUses {
  /** What stands directly around an expression. */
  readonly around: (node: t.Node) => ValueUse;
  /** All that happens to the value of an expression, followed through the variables that get it. */
  readonly ofExpression: (node: t.Node) => readonly ValueUse[];
  /** All that happens to the value of a variable of the file. */
  readonly ofBinding: (binding: Binding) => readonly ValueUse[];
}

/** Follows values that came from other modules to all that is done with them. */
export function valueUses(context: ScanContext): ValueUses {
  const { scopes } = context;
  const places = placesOf(context);
  const runs = firstRunsOf(context);
  const entered = new Set<t.Node>();
  return {
    around: (node) => dated(flowOf(node, scopes).uses[0] ?? { node, kind: 'value' }),
    ofExpression: (node) => follow([node], new Set()),
    ofBinding: (binding) => follow(readsOf(binding), new Set([binding]), fromEval(binding)),
  };

  /**
   * A variable that gets the value holds it or some other one, so that to take all uses of the variable is never to
   * take too few.
   */
  function follow(
    start: readonly t.Node[],
    seen: Set<Binding>,
    known: readonly Use[] = [],
  ): readonly ValueUse[] {
    const uses = [...known];
    const pending = [...start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const flow = flowOf(node, scopes);
      uses.push(...flow.uses);
      if (flow.onward !== undefined) pending.push(flow.onward);
      if (flow.into === undefined) continue;
      const binding = scopes.referenceOf(flow.into)?.binding ?? null;
      const isExported = isExportedDeclaration(flow.into);
      uses.push({ node, kind: isExported ? 'export' : binding === null ? 'value' : 'copy' });
      if (binding === null || seen.has(binding)) continue;
      seen.add(binding);
      uses.push(...fromEval(binding));
      for (const read of readsOf(binding)) pending.push(read);
    }
    return uses.sort((a, b) => a.node.start! - b.node.start! || a.node.end! - b.node.end!).map(dated);
  }

  function dated(found: Use): ValueUse {
    const { node, kind, keys = [], writes = false } = found;
    const { region, deferred } = places.of(node);
    const early = region !== null && runs.of(region) < Number.POSITIVE_INFINITY;
    const to = kind === 'value' ? goesTo(node) : undefined;
    const fallback = isFallback(context, node) ? { fallback: true as const } : {};
    const inherited = deferred ? {} : inheritedBy(context, found);
    const use = { range: rangeOf(node), kind, keys, writes, deferred, early, ...fallback, ...inherited };
    if (kind === 'member' && builtinMemberKeys.has(keys[0]!) && !entered.has(node))
      return { ...use, inside: usesOfMember(node) };
    if (to === undefined) return use;
    if (to === 'holder') return { ...use, to, ...keyInHolder(node) };
    const method = methodOfParameter(node);
    return method === null ? { ...use, to } : { ...use, to, method };
  }

  function methodOfParameter(given: t.Node): string | null {
    const { callee } = parentOf(given) as t.CallExpression;
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
    return scopes.referenceOf(callee.object)?.binding?.kind === 'parameter' ? staticKey(callee) : null;
  }

  /** A variable may get a member of what it holds: `path = path.posix`. */
  function usesOfMember(member: t.Node): readonly ValueUse[] {
    entered.add(member);
    const uses = follow([member], new Set());
    entered.delete(member);
    return uses;
  }
}

function keyInHolder(value: t.Node): Pick<ValueUse, 'under'> {
  const parent = parentOf(value)!;
  const place = parent.type === 'AssignmentExpression' ? parent.left : parent;
  const isKeyed = place.type.endsWith('Property') || place.type === 'MemberExpression';
  const key = isKeyed ? staticKey(place as t.MemberExpression) : null;
  return key === null ? {} : { under: key };
}

function goesTo(node: t.Node): ValueUse['to'] {
  const type = parentOf(node)?.type ?? '';
  if (calls.has(type)) return 'callee';
  return comparesOrReturns.has(type) ? undefined : 'holder';
}

const calls: ReadonlySet<string> = new Set(['CallExpression', 'NewExpression']);
const comparesOrReturns: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'BinaryExpression',
  'ReturnStatement',
  'SwitchCase',
  'SwitchStatement',
  'UnaryExpression',
]);

function readsOf({ references }: Binding): t.Node[] {
  return references.filter(({ access }) => access !== 'write').map(({ node }) => node);
}

/** Code that is only known at run time may do anything with a variable that it sees. */
function fromEval({ scope, declarations: [declaration] }: Binding): readonly Use[] {
  return scope.dynamic && declaration !== undefined ? [{ node: declaration, kind: 'value' }] : [];
}

/** `export const name = value;` */
function isExportedDeclaration(identifier: t.Node): boolean {
  const declarator = parentOf(identifier);
  const declaration = declarator?.type === 'VariableDeclarator' ? parentOf(declarator) : null;
  return declaration !== null && parentOf(declaration)?.type === 'ExportNamedDeclaration';
}
