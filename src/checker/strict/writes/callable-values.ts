import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { keysOfCallables } from '../../facts/keys.ts';
import { isFreeName } from '../../free-names.ts';
import { perScan } from '../../per-scan.ts';
import { languageGlobals } from '../../timeline/known-globals.ts';
import { optionsOf, type Value } from '../../timeline/value.ts';
import type { Values } from '../../timeline/values.ts';
import { valueGiven } from '../../writes.ts';
import { argumentsFor } from '../own-functions.ts';
import { methodOfObject } from './object-calls.ts';

/** Whether an expression may give a function or class of the file. */
export function mayBeOwnFunction(scan: ScanContext, values: Values, expression: t.Node): boolean {
  const isOwn = (node: t.Node): boolean =>
    optionsOf(values.of(node)).some(({ kind }) => kind === 'function') ||
    (node.type === 'NewExpression' && isFreeName(node.callee, 'Function', scan.scopes));
  return mayBe(scan, expression, isOwn, new Set());
}

/** The same of those of the language, too, and of what is made of these. */
export function mayBeFunction(scan: ScanContext, values: Values, expression: t.Node): boolean {
  const isOfLanguage = (node: t.Node): boolean =>
    isBound(node) || optionsOf(values.of(node)).some(isOfTheLanguage);
  return mayBeOwnFunction(scan, values, expression) || mayBe(scan, expression, isOfLanguage, new Set());
}

function mayBe(
  scan: ScanContext,
  expression: t.Node,
  isWanted: (node: t.Node) => boolean,
  seen: ReadonlySet<t.Node>,
): boolean {
  const node = unwrap(expression);
  if (seen.has(node)) return false;
  if (isWanted(node)) return true;
  const behind = new Set(seen).add(node);
  return handedTo(scan, node).some((given) => mayBe(scan, given, isWanted, behind));
}

/** `Math.max`, not `Error.prototype` */
function isOfTheLanguage(value: Value): boolean {
  if (value.kind !== 'global' || value.name.endsWith('.prototype')) return false;
  return languageGlobals.has(value.name.split('.')[0]!);
}

/** `f.bind(null)` */
function isBound(node: t.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    staticKey(node.callee) === 'bind'
  );
}

/** What a variable gets, or calls hand over for a parameter, and what `Object.create(prototype)` inherits from. */
function handedTo(scan: ScanContext, node: t.Node): readonly t.Node[] {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (binding?.kind === 'parameter') return argumentsFor(scan, binding);
  if (binding) return binding.writes.flatMap((write) => valueGiven(write.node) ?? []);
  const isCreated = node.type === 'CallExpression' && methodOfObject(scan, node) === 'create';
  return isCreated ? node.arguments.slice(0, 1) : [];
}

/** Whether the file writes to a key that functions and classes do not let be written. */
export const writesKeysOfCallables = perScan((scan): boolean =>
  membersByKey(scan)
    .ofAny(new Set([...keysOfCallables].flatMap((key) => key ?? [])))
    .some((member) => {
      const parent = parentOf(member);
      return parent?.type === 'AssignmentExpression' && parent.left === member;
    }),
);
