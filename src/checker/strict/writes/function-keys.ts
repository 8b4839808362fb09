import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';

import { unwrap } from '../../../syntax/wrapping.ts';
import { assignmentsByName, callsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { argumentsFor, functionOf } from '../own-functions.ts';
import { isSloppyFunction, type StrictRow } from '../row.ts';

/**
 * `Object.getOwnPropertyNames(f)`: V8 gives plain sloppy functions own properties `arguments` and `caller`, which
 * strict ones may not have.
 */
export const functionKeys: StrictRow = {
  rule: 'A strict function has no own properties caller and arguments',
  clause: 'Annex C; §17.1 Forbidden Extensions',
  check(scan, report) {
    for (const asked of objectsAskedForKeys(scan)) {
      if (mayBeSloppyFunction(scan, asked, new Set())) report.refuse('strict-function-keys', asked);
    }
  },
};

const listing: ReadonlySet<string> = new Set(['getOwnPropertyDescriptors', 'getOwnPropertyNames', 'ownKeys']);
const askingForOne: ReadonlySet<string> = new Set(['getOwnPropertyDescriptor', 'hasOwn']);
const asking: ReadonlySet<string> = new Set([...listing, ...askingForOne, 'hasOwnProperty', 'call']);
const ownKeys: ReadonlySet<string> = new Set(['arguments', 'caller']);

/** The objects of which the file asks whether they have one of these two keys of their own, or which keys they have. */
export const objectsAskedForKeys = perScan((scan): readonly t.Node[] =>
  callsByName(scan)
    .ofAny(asking)
    .flatMap((call) => objectAsked(scan, call) ?? []),
);

function objectAsked(scan: ScanContext, { callee, arguments: given }: t.CallExpression): t.Node | null {
  if (callee.type !== 'MemberExpression') return null;
  const method = staticKey(callee) ?? '';
  if (method === 'hasOwnProperty') return isOwnKey(given[0]) ? callee.object : null;
  if (method === 'call') {
    const { object } = callee;
    const isHas = object.type === 'MemberExpression' && staticKey(object) === 'hasOwnProperty';
    return isHas && isOwnKey(given[1]) ? (given[0] ?? null) : null;
  }
  if (!isFreeName(callee.object, 'Object', scan.scopes) && !isFreeName(callee.object, 'Reflect', scan.scopes))
    return null;
  const isAsked = listing.has(method) || (askingForOne.has(method) && isOwnKey(given[1]));
  return isAsked ? (given[0] ?? null) : null;
}

function isOwnKey(node: t.Node | undefined): boolean {
  return node?.type === 'StringLiteral' && ownKeys.has(node.value);
}

function mayBeSloppyFunction(scan: ScanContext, expression: t.Node, seen: Set<t.Node>): boolean {
  const node = unwrap(expression);
  if (seen.has(node)) return false;
  seen.add(node);
  const isOne = (value: t.Node): boolean => mayBeSloppyFunction(scan, value, seen);
  switch (node.type) {
    case 'ConditionalExpression':
      return isOne(node.consequent) || isOne(node.alternate);
    case 'LogicalExpression':
      return isOne(node.left) || isOne(node.right);
    case 'MemberExpression':
      return membersNamed(scan, staticKey(node)).some(isOne);
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      if (binding?.kind === 'parameter') return argumentsFor(scan, binding).some(isOne);
      const fn = functionOf(scan, node);
      return fn !== null && isPlainSloppy(scan, fn);
    }
    default:
      return isPlainSloppy(scan, node);
  }
}

function isPlainSloppy(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'FunctionDeclaration' && node.type !== 'FunctionExpression') return false;
  return isFunction(node) && !node.async && !node.generator && isSloppyFunction(scan, node);
}

/** What the file puts under a key of any object. */
function membersNamed(scan: ScanContext, key: string | null): readonly t.Node[] {
  if (key === null || key === 'prototype') return [];
  const assigned = assignmentsByName(scan)
    .of(key)
    .filter(({ left }) => left.type === 'MemberExpression');
  const properties = nodesOf(scan, 'ObjectProperty').filter((property) => staticKey(property) === key);
  return [...assigned.map(({ right }) => right), ...properties.map(({ value }) => value)];
}
