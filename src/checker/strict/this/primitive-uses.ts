import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { isWriteTarget } from '../../nodes.ts';
import { functionOf } from '../own-functions.ts';
import { isIgnored } from './ignored-this.ts';
import { isNothing } from './nothing.ts';
import { wrapperOf } from './primitives.ts';

/**
 * The first use of `this` that tells a primitive value from the object around it: by type, identity, truth, or writes;
 * or that leads out of sight. Reading a property, calling a method and converting do the same with both (§7.1.1
 * ToPrimitive, §7.1.18 ToObject).
 */
export function tellingPrimitive(
  scan: ScanContext,
  uses: readonly t.ThisExpression[],
): t.ThisExpression | undefined {
  return uses.find((use) => !isSameForBoth(scan, use));
}

function isSameForBoth(scan: ScanContext, use: t.Node): boolean {
  const parent = parentOf(use)!;
  switch (parent.type) {
    case 'MemberExpression':
      // As a key it is converted.
      return parent.object !== use || !isWriteTarget(parent);
    case 'BinaryExpression':
      return isSameOperation(scan, parent, use);
    case 'UnaryExpression':
      return parent.operator !== 'typeof' && parent.operator !== '!';
    case 'TemplateLiteral':
      return parentOf(parent)?.type !== 'TaggedTemplateExpression';
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.right === use;
    case 'CallExpression':
    case 'NewExpression':
      return convertsArgument(scan, parent, use);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier'
        ? isAliasSame(scan, parent.id)
        : parent.id.type === 'ObjectPattern';
    case 'ExpressionStatement':
    case 'SpreadElement':
      return true;
    default:
      return false;
  }
}

function isSameOperation(scan: ScanContext, operation: t.BinaryExpression, use: t.Node): boolean {
  const { operator, left, right } = operation;
  const other = left === use ? right : left;
  switch (operator) {
    case '===':
    case '!==':
      return isNeither(scan, other);
    case '==':
    case '!=':
      return isNeither(scan, other) || wrapperOf(scan, other) !== null;
    case 'instanceof':
      return left === use && functionOf(scan, right) !== null;
    case 'in':
      return false;
    default:
      return true;
  }
}

/** `null`, `undefined`, `globalThis` */
function isNeither(scan: ScanContext, node: t.Node): boolean {
  return isNothing(node) || globalObjects.has(pathOfGlobal(scan, node));
}

const globalObjects: ReadonlySet<string | null> = new Set(['global', 'globalThis', 'window']);

/** `const self = this`, by whose uses it goes then. */
function isAliasSame(scan: ScanContext, name: t.Identifier): boolean {
  const binding = scan.scopes.referenceOf(name)?.binding;
  return (
    binding?.writes.length === 1 &&
    binding.references.every(
      ({ access, dynamic, node }) =>
        node === name || (access === 'read' && !dynamic && isSameForBoth(scan, node)),
    )
  );
}

/** What converts its argument before all else (§19.2, §20.1.2, §21.1.1, §22.1.1, §23.1.2, §25.5). */
const converting: ReadonlySet<string | null> = wordsOf(
  'BigInt Date Number Object RegExp String decodeURI decodeURIComponent encodeURI encodeURIComponent escape',
  'isFinite isNaN parseFloat parseInt unescape Array.from JSON.parse',
  'Object.entries Object.getOwnPropertyNames Object.getPrototypeOf Object.keys Object.values',
);

function convertsArgument(
  scan: ScanContext,
  { callee, arguments: [first] }: t.CallExpression | t.NewExpression,
  use: t.Node,
): boolean {
  if (callee === use || isIgnored(scan, use)) return true;
  const path = pathOfGlobal(scan, callee);
  if (path?.startsWith('Math.')) return true;
  if (first !== use) return false;
  if (path !== null && converting.has(path)) return true;
  if (callee.type !== 'MemberExpression') return false;
  return callee.object.type === 'RegExpLiteral' || isGenericCall(scan, callee);
}

/** `Object.prototype.toString.call`, `[].slice.call`, `''.trim.call`: these methods convert their `this`. */
function isGenericCall(scan: ScanContext, callee: t.MemberExpression): boolean {
  const { object: method } = callee;
  if (!handsOverThis.has(staticKey(callee)) || method.type !== 'MemberExpression') return false;
  const { object } = method;
  if (object.type === 'ArrayExpression' || object.type === 'StringLiteral') return true;
  return /^(?:Array|Object|String)\.prototype$/.test(pathOfGlobal(scan, object) ?? '');
}

const handsOverThis: ReadonlySet<string | null> = new Set(['apply', 'call']);
