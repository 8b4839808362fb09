import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { declaredBinding } from '../../../syntax/declared-binding.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { callsByName, lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { functionAround } from '../../owner.ts';
import { patternIdentifiers } from '../../pattern-identifiers.ts';
import { perScan } from '../../per-scan.ts';
import { assignedByKey } from '../../timeline/assigned.ts';
import { keyOf, putsOf } from '../../timeline/puts.ts';
import { returnedBy } from '../../timeline/returned.ts';
import { methodOf } from './plain-roots.ts';

/** What variables get without being called with it or assigned it: where the language itself hands values on. */

/** What `catch (error)` may get. */
export const thrown = perScan((scan) => nodesOf(scan, 'ThrowStatement').map(({ argument }) => argument));

/** What a call of a function leads to: what it returns, and where it is a generator, what that yields. */
export function givenBack(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  return fn.generator ? [...returnedBy(scan, fn), ...yieldedBy(scan, fn)] : returnedBy(scan, fn);
}

function yieldedBy(scan: ScanContext, generator: t.Function): readonly t.Node[] {
  return nodesOf(scan, 'YieldExpression').flatMap((node) =>
    node.argument && functionAround(node) === generator ? node.argument : [],
  );
}

/** What iterating over an object of the file's own making may give (ECMA-262 §27.1, Iteration). */
export const iterated = perScan((scan): readonly t.Node[] =>
  ['Symbol.iterator', 'Symbol.asyncIterator', 'next'].flatMap((key) =>
    (assignedByKey(scan).get(key) ?? []).flatMap(({ value }) =>
      value && isFunction(value) ? givenBack(scan, value) : [],
    ),
  ),
);

/** `iterator` of `iterator.next()`, the value of which `value` is read from. */
export function stepped(object: t.Node): t.Node | null {
  const method = object.type === 'CallExpression' ? methodOf(object) : null;
  return method?.key === 'next' ? method.object : null;
}

/** `generator.next(value)`, which `yield` gives in it. */
export const sentToGenerators = perScan((scan) =>
  callsByName(scan)
    .of('next')
    .flatMap((call) => call.arguments),
);

/** `new Promise((resolve) => resolve(value))`: what the promise may have in the end, also where others call `resolve`. */
export function settledWith(
  scan: ScanContext,
  { callee, arguments: [executor] }: t.NewExpression,
): readonly t.Node[] {
  if (!isFreeName(callee, 'Promise', scan.scopes) || !executor || !isFunction(executor)) return [];
  const names = executor.params.flatMap((parameter) =>
    patternIdentifiers(parameter).flatMap((name) => [name.name, ...namesKept(scan, name)]),
  );
  return callsByName(scan)
    .ofAny(new Set(names))
    .flatMap((call) => call.arguments);
}

/** `settle` for `this.settle = resolve`, `settle = resolve` and `{ settle: resolve }` */
function namesKept(scan: ScanContext, parameter: t.Identifier): readonly string[] {
  const { body } = functionAround(parameter) as t.Function;
  const binding = [parameter, body]
    .map((node) => declaredBinding(parameter, scan.scopes.scopeOf(node)))
    .find((found) => found !== null);
  return (binding?.references ?? []).flatMap(({ node }) => {
    const parent = parentOf(node)!;
    if (parent.type === 'AssignmentExpression' && parent.right === node) return lastName(parent.left) ?? [];
    return parent.type === 'ObjectProperty' && parent.value === node ? (keyOf(parent) ?? []) : [];
  });
}

/** The keys that run a setter when they are assigned to. */
export function keysSetting(scan: ScanContext, setter: t.Function): readonly string[] {
  return keysBySetter(scan).get(setter) ?? [];
}

const keysBySetter = perScan((scan): ReadonlyMap<t.Node, readonly string[]> => {
  const found = new Map<t.Node, string[]>();
  for (const { kind, key, value } of putsOf(scan))
    if (kind === 'set' && value && key !== null) addTo(found, value, key);
  return found;
});
