import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget } from '../nodes.ts';
import { constantOf } from '../runs/builtin-objects.ts';
import type { Member } from './require-uses.ts';

/** What a file does with the tables of the loader, `require.cache` and `require.extensions`, which are ordinary objects. */

/** The expressions that hold such a table: itself, or the uses of the variable that it is bound to. */
export function mentionsOf(table: t.Node, scan: ScanContext): readonly t.Node[] {
  const declarator = parentOf(table)!;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [table];
  const binding = scan.scopes.referenceOf(declarator.id)?.binding;
  if (!binding || binding.scope.dynamic || binding.references.some(isOtherWrite)) return [table];
  return binding.references.flatMap(({ node }) => (node === declarator.id ? [] : [node]));

  function isOtherWrite({ node, access }: { node: t.Node; access: string }): boolean {
    return access !== 'read' && node !== (declarator as t.VariableDeclarator).id;
  }
}

/** `Object.keys(require.cache)`, `for (const key in require.cache)`, and the package `object-keys` */
export function isListing(table: t.Node, around: t.Node, scan: ScanContext): boolean {
  if (around.type === 'ForInStatement') return around.right === table;
  if (around.type !== 'CallExpression' || around.arguments[0] !== table) return false;
  const { callee } = around;
  if (callee.type === 'Identifier') return isObjectKeys(constantOf(scan, callee));
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const key = staticKey(callee);
  return callee.object.name === 'Object' && (key === 'keys' || key === 'getOwnPropertyNames');
}

function isObjectKeys(value: t.Node | null): boolean {
  const [name] = value?.type === 'CallExpression' ? value.arguments : [];
  return name?.type === 'StringLiteral' && name.value === 'object-keys';
}

/** Where it only counts whether the table is there, or has a key. */
export function isAsked(table: t.Node, around: t.Node): boolean {
  switch (around.type) {
    case 'BinaryExpression':
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return around.operator !== 'delete';
    case 'IfStatement':
    case 'ConditionalExpression':
      return around.test === table;
    case 'LogicalExpression':
      if (around.operator !== '&&') return false;
      return around.left === table || isAsked(around, parentOf(around)!);
    default:
      return false;
  }
}

/** The key of an entry, where the file tells it. */
export function keyOf(entry: Member, scan: ScanContext): string | null {
  const { property } = entry;
  const bound = entry.computed && property.type === 'Identifier' ? constantOf(scan, property) : null;
  return bound?.type === 'StringLiteral' ? bound.value : staticKey(entry);
}

/** `delete table[key]` */
export function isDeleted(entry: t.Node): boolean {
  const around = parentOf(entry)!;
  return around.type === 'UnaryExpression' && around.operator === 'delete';
}

/** `delete table[path]`, `table[path] = …`, `table[path].exports = …`, `Reflect.deleteProperty(table, path)` */
export function changesEntries(table: t.Node): boolean {
  const around = parentOf(table)!;
  if (around.type === 'CallExpression') return around.arguments[0] === table && changesFirst(around.callee);
  if (around.type !== 'MemberExpression' || around.object !== table || !mayBeEntry(around)) return false;
  if (isWriteTarget(around)) return true;
  const above = parentOf(around)!;
  return above.type === 'MemberExpression' && above.object === around && isWriteTarget(above);
}

/** Entries go by absolute paths, and by endings of files. */
function mayBeEntry(entry: t.MemberExpression): boolean {
  const key = staticKey(entry);
  return key === null || /^(?:[./]|[a-z]:)/i.test(key);
}

function changesFirst(callee: t.Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return (
    /^(?:Object|Reflect)$/.test(callee.object.name) &&
    /^(?:assign|define|deleteP|set)/.test(staticKey(callee) ?? '')
  );
}
