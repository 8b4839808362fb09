import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { listening, namesInCalls } from '../strict/this/handed-values.ts';
import { protocolOf } from '../timeline/protocols.ts';
import { putsOf } from '../timeline/puts.ts';
import { callingAtOnce } from './calling-at-once.ts';
import { callsOfKept } from './calls-of-kept.ts';
import { isMadeHere } from './made-here.ts';

/** Which code of a file runs while it loads, as far as calls show that name it or get it from the file's own lists. */

/** @returns a function that tells whether a node runs while the file loads */
export function runsWhileLoading(scan: ScanContext): (node: t.Node) => boolean {
  const known = new Map<t.Node, boolean>();
  return (node) => isRun(functionAround(node));

  function isRun(owner: t.Node): boolean {
    if (owner.type === 'Program') return true;
    const before = known.get(owner);
    if (before !== undefined) return before;
    // A function that calls itself is run by others, or not at all.
    known.set(owner, false);
    const answer = isFunction(owner)
      ? occasionsOf(scan, owner).some((call) => isRun(functionAround(call)))
      : isRunWithClass(owner);
    known.set(owner, answer);
    return answer;
  }

  /** Static blocks and static fields. */
  function isRunWithClass(owner: t.Node): boolean {
    const isInstance = owner.type !== 'StaticBlock' && !('static' in owner && owner.static);
    return !isInstance && isRun(functionAround(owner));
  }
}

/** A node, and what runs the function around it unseen, up to one that is called by its name. */
export function placesLeadingTo(scan: ScanContext, node: t.Node): ReadonlySet<t.Node> {
  const places = new Set([node]);
  for (const place of places) {
    const owner = functionAround(place);
    if (isFunction(owner)) for (const occasion of unseenOccasions(scan, owner)) places.add(occasion);
  }
  return places;
}

/** Where a function is called, or may be run unseen. */
function occasionsOf(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  const names = namesInCalls(scan, fn);
  return [
    ...[
      ...callsByName(scan).ofAny(names),
      ...nodesOf(scan, 'NewExpression').filter(({ callee }) => names.has(lastName(callee) ?? '')),
    ].filter((call) => isOfFile(scan, call)),
    ...callsOfKept(scan, fn, mentionsOf(scan, fn)),
    ...unseenOccasions(scan, fn),
  ];
}

/** `f()`, `this.f()`, `new Queue().f()`, `queue.f()`: of other objects a method by that name is another one, as a rule. */
function isOfFile(scan: ScanContext, { callee }: t.CallExpression | t.NewExpression): boolean {
  return callee.type !== 'MemberExpression' || isMadeHere(scan, callee.object);
}

/** Where it is run without its name before the parentheses, or by the language itself. */
function unseenOccasions(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  return [
    ...mentionsOf(scan, fn).flatMap((mention) => callsHere(scan, mention, parentOf(mention)!)),
    ...(ranUnseen(scan).get(fn) ?? []),
  ];
}

/** A function where it stands, and where a variable has it. */
function mentionsOf(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  const named = bindingsOf(scan, fn).flatMap(({ references }) => references.map(({ node }) => node));
  return [fn, ...named.filter((node) => parentOf(node) !== null)];
}

function bindingsOf(scan: ScanContext, fn: t.Function): readonly Binding[] {
  const parent = parentOf(fn);
  const own = fn.type === 'FunctionDeclaration' && fn.id && scan.scopes.scopeOf(fn).bindings.get(fn.id.name);
  const assigned =
    parent?.type === 'VariableDeclarator' &&
    parent.id.type === 'Identifier' &&
    scan.scopes.referenceOf(parent.id)?.binding;
  return [own, assigned].filter((binding) => !!binding);
}

/** Where the language runs a function: what reads an accessor; where a literal is made that has a key of its own. */
const ranUnseen = perScan((scan): ReadonlyMap<t.Node, readonly t.Node[]> => {
  const found = new Map<t.Node, readonly t.Node[]>();
  for (const put of putsOf(scan)) {
    const { key, kind, value, ofInstances } = put;
    if (value === null) continue;
    if (kind !== 'value') found.set(value, key === null ? [] : membersByKey(scan).of(key));
    else if (!ofInstances && protocolOf(put) !== null) found.set(value, [parentOf(value)!]);
  }
  return found;
});

/** `(function () {})()`, `f()`, `` f`text` ``, `f.call(this)`, `new Promise(f)`, `list.forEach(f)`, `emitter.on('event', f)` */
function callsHere(scan: ScanContext, fn: t.Node, parent: t.Node): readonly t.Node[] {
  if (parent.type === 'NewExpression' || parent.type === 'TaggedTemplateExpression') return [parent];
  if (parent.type === 'MemberExpression' && parent.object === fn) {
    const call = parentOf(parent);
    return call?.type === 'CallExpression' && call.callee === parent ? [call] : [];
  }
  if (parent.type !== 'CallExpression') return [];
  const name = lastName(parent.callee) ?? '';
  if (listening.has(name)) return callsByName(scan).of('emit');
  return parent.callee === fn || callingAtOnce.has(name) ? [parent] : [];
}
