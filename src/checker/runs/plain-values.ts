import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { hasPrimitiveValue } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isWriteTarget } from '../nodes.ts';

/**
 * Whether a variable is sure to hold nothing of the file that could be run: it is declared with a primitive value, a list
 * of these, or a regular expression, and nothing is put into that.
 *
 * ```js
 * const name = 'text';
 * const names = ['a', 'b'];
 * ```
 */
export function isPlain({ declarations, references }: Binding): boolean {
  const [declaration] = declarations;
  const declarator = declaration && parentOf(declaration);
  if (declarations.length !== 1 || declarator?.type !== 'VariableDeclarator') return false;
  const { id, init } = declarator;
  const isOfPrimitive = isPrimitive(init);
  if (id !== declaration || !(isOfPrimitive || holdsPrimitives(init!))) return false;
  const reads = references.filter(({ node }) => parentOf(node) !== declarator || node === init);
  if (reads.some(({ access }) => access !== 'read')) return false;
  return isOfPrimitive || isOnlyRead(reads.map(({ node }) => node));
}

function isPrimitive(node: t.Node | null | undefined): boolean {
  if (!node || hasPrimitiveValue(node)) return true;
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Symbol';
}

/** A list of primitive values, or a regular expression. */
function holdsPrimitives(node: t.Node): boolean {
  if (node.type === 'RegExpLiteral') return true;
  return node.type === 'ArrayExpression' && node.elements.every((element) => isPrimitive(element));
}

/** Whether nobody puts anything into an object. More than one who gets it may hand to another what they put in. */
function isOnlyRead(uses: readonly t.Node[]): boolean {
  return uses.filter((use) => !looksInto(use)).length <= 1;
}

/** `list[0]`, `list.length`, `list.includes(x)`, `for (const x of list)`, `[...list]` */
function looksInto(use: t.Node): boolean {
  const parent = parentOf(use)!;
  if (parent.type === 'ForOfStatement' || parent.type === 'ForInStatement') return parent.right === use;
  if (parent.type === 'SpreadElement') return true;
  if (parent.type !== 'MemberExpression' || parent.object !== use || isWriteTarget(parent)) return false;
  const around = parentOf(parent)!;
  const isCalled = 'callee' in around && around.callee === parent;
  return !isCalled || readingMethods.has(staticKey(parent) ?? '');
}

/** Methods of lists and regular expressions that put nothing in, and give the object to nobody (ECMA-262 §22.2.6, §23.1.3). */
const readingMethods: ReadonlySet<string> = wordsOf(
  'at concat exec includes indexOf join keys lastIndexOf pop shift slice test toString',
);
