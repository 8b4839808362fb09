import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding, Reference, Scope } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { rangeOf } from '../nodes.ts';
import { isTouching, useOfArguments } from './arguments-use.ts';
import { scopesOf } from './free-names.ts';
import { mayRunAfter } from './reach.ts';
import type { StrictReport, StrictRow } from './row.ts';
import { syncedWrites } from './synced-arguments.ts';

/**
 * `function f(a) { a = 1; return arguments[0]; }` and `function f(a) { arguments[0] = 1; return a; }`
 *
 * In sloppy functions with plain parameters the two are one variable (§10.4.4). That shows only where one is written
 * and the other read afterwards.
 */
export const argumentsAlias: StrictRow = {
  rule: 'The elements of arguments are no longer the parameters',
  clause: 'Annex C; §10.4.4 Arguments Exotic Objects',
  check(scan, report) {
    for (const scope of scopesOf(scan)) {
      const binding = scope.bindings.get('arguments');
      if (binding?.kind === 'arguments' && !scope.strict) checkFunction(scan, report, scope, binding);
    }
  },
};

function checkFunction(scan: ScanContext, report: StrictReport, scope: Scope, ownArguments: Binding): void {
  const owner = scope.node;
  if (!isFunction(owner) || owner.params.some((parameter) => parameter.type !== 'Identifier')) return;
  for (const [index, parameter] of owner.params.entries()) {
    const { name } = parameter as t.Identifier;
    const { references, declarations } = scope.bindings.get(name)!;
    const overwriting = findOverwriting(scan, owner, index, declarations, ownArguments.references);
    const clash = overwriting ?? findClash(scan, owner, index, references, ownArguments.references);
    if (clash === null) continue;
    const mapped = { owner, name, index, references, ownArguments: ownArguments.references };
    const insertions = overwriting === null ? syncedWrites(scan, mapped) : null;
    for (const { range, text, within } of insertions ?? [])
      report.mend('strict-arguments-synced', range, text, within);
    if (insertions !== null) continue;
    report.refuse('strict-arguments-alias', clash.write, { name, index }, [
      { path: null, range: rangeOf(clash.read), note: 'sees the change in sloppy code' },
    ]);
  }
}

interface Clash {
  readonly write: t.Node;
  readonly read: t.Node;
}

/** A function of the body takes the place of the parameter of its name before anything runs (§10.2.11, step 36). */
function findOverwriting(
  scan: ScanContext,
  owner: t.Function,
  index: number,
  declarations: readonly t.Node[],
  ownArguments: readonly Reference[],
): Clash | null {
  const write = declarations.find((name) => {
    const declared = parentOf(name);
    return declared?.type === 'FunctionDeclaration' && parentOf(declared) === owner.body;
  });
  const read = ownArguments.find(({ node }) => isTouching(useOfArguments(scan, node).reads, index));
  return write && read ? { write, read: read.node } : null;
}

function findClash(
  scan: ScanContext,
  owner: t.Function,
  index: number,
  parameter: readonly Reference[],
  ownArguments: readonly Reference[],
): Clash | null {
  const writes = parameter.filter(({ access }) => access !== 'read').map(({ node }) => assignmentOf(node));
  const reads = parameter.filter(({ access }) => access !== 'write');
  for (const { node } of ownArguments) {
    const use = useOfArguments(scan, node);
    if (isTouching(use.reads, index)) {
      const write = writes.find((place) => use.kept || mayRunAfter(owner, place, node));
      if (write !== undefined) return { write, read: node };
    }
    if (isTouching(use.writes, index)) {
      const write = callWith(node);
      const read = reads.find((reference) => mayRunAfter(owner, write, reference.node));
      if (read !== undefined) return { write: node, read: read.node };
    }
  }
  return null;
}

/** The whole `f(arguments, a)`: all arguments are evaluated before the function can write to one. */
function callWith(node: t.Node): t.Node {
  const parent = parentOf(node)!;
  return parent.type === 'CallExpression' && parent.callee !== node ? parent : node;
}

/** The whole `a = value`: the value is evaluated before the parameter changes. */
function assignmentOf(target: t.Node): t.Node {
  const parent = parentOf(target);
  const isAssignment = parent?.type === 'AssignmentExpression' || parent?.type === 'VariableDeclarator';
  return isAssignment ? parent : target;
}
