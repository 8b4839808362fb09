import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { declarationOf } from '../../../syntax/declaration.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { keyOf } from '../../timeline/puts.ts';

/** Where an object comes from: the `require` call or the specifier that loads its module; null: from wherever. */
export interface Root {
  readonly from: number | null;
}

const anywhere: Root = { from: null };

/** How deep `const a = require('./a').b, c = a.d ...` is followed. */
const deepest = 20;

/**
 * Where an object comes from: a module, itself or by what it made, or perhaps this file or another one.
 *
 * @returns null for what is no object of the project: a builtin of the language, a list
 */
export function rootOf(scan: ScanContext, object: t.Node, depth = 0): Root | null {
  if (depth > deepest) return anywhere;
  const node = unwrap(object);
  switch (node.type) {
    case 'MemberExpression':
      return rootOf(scan, node.object, depth + 1) ?? (isElement(node) ? anywhere : null);
    case 'CallExpression':
      return rootOfCall(scan, node, depth);
    case 'ImportExpression':
      return { from: node.source.start! };
    case 'NewExpression':
      return rootOf(scan, node.callee, depth + 1);
    case 'AwaitExpression':
      return rootOf(scan, node.argument, depth + 1);
    case 'Identifier':
      return rootOfName(scan, node, depth);
    case 'ArrayExpression':
    case 'RegExpLiteral':
    case 'StringLiteral':
    case 'TemplateLiteral':
      return null;
    default:
      return anywhere;
  }
}

function rootOfCall(
  scan: ScanContext,
  { callee, arguments: [first] }: t.CallExpression,
  depth: number,
): Root | null {
  if (callee.type === 'Import') return first ? { from: first.start! } : anywhere;
  if (callee.type === 'Identifier' && callee.name === 'require') return { from: parentOf(callee)!.start! };
  if (handsBack.test(pathOfGlobal(scan, callee) ?? '')) return anywhere;
  return rootOf(scan, callee, depth + 1) ?? (handingOut.has(lastName(callee) ?? '') ? anywhere : null);
}

/** `list[index]`: what is in a list may be an object of the project. */
function isElement(member: t.MemberExpression): boolean {
  return /^\d+$/.test(keyOf(member as t.MemberExpression) ?? '0');
}

/** Methods of lists, maps, promises and weak references that give what is in them (§23.1.3, §24.1.3, §27.2.5). */
export const handingOut = wordsOf(
  'at concat deref entries filter find findLast flat flatMap get map next pop reduce reduceRight reverse shift slice sort',
  'splice then toReversed toSorted values',
);

/** What these give may be, or have in it, what they are given (§20.1.2, §27.2.4, §28.1). */
const handsBack = /^(?:Object|Promise|Reflect)\./;

function rootOfName(scan: ScanContext, node: t.Identifier, depth: number): Root | null {
  const binding = scan.scopes.referenceOf(node)?.binding;
  if (binding === null) return wrapperNames.has(node.name) ? anywhere : null;
  const declared = binding?.declarations.length === 1 ? declarationOf(binding) : null;
  if (declared === null || binding!.writes.length > 1) return anywhere;
  for (let at: t.Node | null = declared; at !== null && !isFunction(at); at = parentOf(at)) {
    if (at.type === 'ImportDeclaration') return { from: at.source.start! };
    if (at.type === 'VariableDeclarator') return at.init ? rootOf(scan, at.init, depth + 1) : anywhere;
    if (!inPatterns.has(at.type)) return anywhere;
  }
  return anywhere;
}

const wrapperNames: ReadonlySet<string> = new Set(['exports', 'global', 'globalThis', 'module']);

const inPatterns: ReadonlySet<string> = new Set([
  'AssignmentPattern',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'ObjectPattern',
  'ObjectProperty',
]);
