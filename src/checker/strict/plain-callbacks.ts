import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';

/**
 * Methods of arrays that call their first argument without a `this` (§23.1.3). `always`: whatever has a method of that
 * name behaves so. `array`: collections of other kinds (jQuery's, for one) pass the element as `this`.
 */
export const plainCallbackMethods: ReadonlyMap<string, 'always' | 'array'> = new Map([
  ['forEach', 'always'],
  ['reduce', 'always'],
  ['reduceRight', 'always'],
  ['sort', 'always'],
  ['every', 'always'],
  ['some', 'always'],
  ['map', 'array'],
  ['filter', 'array'],
  ['find', 'array'],
  ['findIndex', 'array'],
  ['flatMap', 'array'],
]);

const makesArray: ReadonlySet<string> = new Set([
  'concat',
  'entries',
  'filter',
  'from',
  'getOwnPropertyNames',
  'keys',
  'map',
  'slice',
  'split',
]);

/** Whether an expression is an array for all that can be seen. */
export function isSurelyArray(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type === 'Identifier') return holdsArray(scan, node);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  const method = staticKey(node.callee) ?? '';
  if (object.type === 'Identifier' && (object.name === 'Object' || object.name === 'Array')) {
    return makesArray.has(method);
  }
  return method === 'split' || (makesArray.has(method) && isSurelyArray(scan, object));
}

function holdsArray(scan: ScanContext, node: t.Identifier): boolean {
  const writes = scan.scopes.referenceOf(node)?.binding?.references.filter(({ access }) => access !== 'read');
  const [write] = writes ?? [];
  if (write === undefined || writes!.length > 1) return false;
  const declarator = parentOf(write.node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== write.node) return false;
  return (
    declarator.init?.type === 'ArrayExpression' || (!!declarator.init && isSurelyArray(scan, declarator.init))
  );
}
