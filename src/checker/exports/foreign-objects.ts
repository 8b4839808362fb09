import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { builtinCalls } from '../timeline/puts.ts';
import { declaratorOf } from '../writes.ts';

/** `require('text')` */
export function isRequire(node: t.Node, { scopes }: ScanContext): node is t.CallExpression {
  if (node.type !== 'CallExpression') return false;
  const { callee, arguments: given } = node;
  if (callee.type !== 'Identifier' || callee.name !== 'require') return false;
  const reference = scopes.referenceOf(callee);
  return reference?.binding === null && !reference.dynamic && given[0]?.type === 'StringLiteral';
}

/**
 * Where the file uses objects of other modules into which it puts something that can be called: `dep.hook = f`. These may
 * have accessors, which call what they were given, then or when the next member is read.
 */
export function* usesOfFilled(context: ScanContext): Generator<t.Node> {
  const filled = new Set<Binding>();
  for (const { place, object } of fillings(context)) {
    const root = rootOf(object);
    const binding = root.type === 'Identifier' ? context.scopes.referenceOf(root)?.binding : null;
    const isFilled = binding ? isForeign(binding, context) : isRequire(root, context);
    if (isFilled) yield place;
    if (isFilled && binding) filled.add(binding);
  }
  for (const { references } of filled) for (const { node } of references) yield* membersOn(node);
}

interface Filling {
  readonly place: t.Node;
  readonly object: t.Node;
}

/** `object.key = value`, `Object.assign(object, value)` */
function* fillings(context: ScanContext): Generator<Filling> {
  for (const place of nodesOf(context, 'AssignmentExpression'))
    if (isMember(place.left) && !place.right.type.endsWith('Literal')) yield { place, object: place.left };
  for (const place of builtinCalls(context, assigning))
    if (place.arguments[0]) yield { place, object: place.arguments[0] };
}

const assigning: ReadonlySet<string> = new Set(['assign', 'set']);

/** `a.b` and `a.b.c` for the first `a` of `a.b.c` */
function* membersOn(node: t.Node): Generator<t.Node> {
  for (let at = parentOf(node), child = node; isMember(at) && at.object === child; at = parentOf(at)) {
    yield at;
    child = at;
  }
}

function isMember(node: t.Node | null): node is t.MemberExpression {
  return node?.type === 'MemberExpression';
}

/** What `a.b.c` begins with. */
function rootOf(node: t.Node): t.Node {
  let at = unwrap(node);
  while (isMember(at)) at = unwrap(at.object);
  return at;
}

/** Whether a variable is declared with what another module exports, or a part of that. */
function isForeign(binding: Binding, context: ScanContext, depth = 0): boolean {
  const [declaration] = binding.declarations;
  const init = declaration ? declaratorOf(declaration)?.init : null;
  if (!init) return false;
  const root = rootOf(init);
  if (isRequire(root, context)) return true;
  const next = root.type === 'Identifier' ? context.scopes.referenceOf(root)?.binding : null;
  return next != null && depth < DEEPEST && isForeign(next, context, depth + 1);
}

/** How many variables that are declared by each other are followed. */
const DEEPEST = 8;
