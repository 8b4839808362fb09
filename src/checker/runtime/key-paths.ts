import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isFreeName } from '../free-names.ts';
import { givenTo } from '../possible-values.ts';
import { functionOf } from '../strict/own-functions.ts';
import { returnedBy } from '../timeline/returned.ts';

/**
 * Whether a key of the cache is the path of another file than those that anybody names: it is cut out of a path, or found
 * beside one, that somebody hands over. Paths that begin where the file is are looked up as path strings.
 *
 * ```js
 * delete require.cache[path.join(path.dirname(file), 'deep.js')];
 * ```
 */
export function isBesideOthers(scan: ScanContext, key: t.Node): boolean {
  const parts = partsOf(scan, key);
  return parts.some((part) => isCut(part)) && !parts.some((part) => isOfFile(scan, part));
}

/**
 * Whether a key of the cache is a path that whoever calls the file hands over, as far as it shows: it is no path of the file
 * itself, nor made of what the process knows of that.
 */
export function isHandedOver(scan: ScanContext, key: t.Node): boolean {
  const parts = partsOf(scan, key);
  return (
    parts.some((part) => isParameter(scan, part)) &&
    !parts.some((part) => isOfFile(scan, part) || isFreeName(rootOf(part), 'process', scan.scopes))
  );
}

/** Of a function that is called by its name; who runs through a list has its elements from there. */
function isParameter({ scopes }: ScanContext, part: t.Node): boolean {
  const binding = part.type === 'Identifier' ? scopes.referenceOf(part)?.binding : null;
  if (binding?.kind !== 'parameter') return false;
  return binding.declarations.every((declaration) => {
    const taker = parentOf(declaration)!;
    return isFunction(taker) && parentOf(taker)?.type !== 'CallExpression';
  });
}

/** `process` of `process.argv[1]`, `process.cwd()` */
function rootOf(part: t.Node): t.Node {
  if (part.type === 'MemberExpression') return rootOf(part.object);
  return part.type === 'CallExpression' ? rootOf(part.callee) : part;
}

/** What an expression that makes a path makes it of, each before its own parts. */
function partsOf(scan: ScanContext, path: t.Node): readonly t.Node[] {
  const parts = new Set([path]);
  for (const part of parts) for (const under of partsUnder(scan, part)) parts.add(under);
  return [...parts];
}

function partsUnder(scan: ScanContext, node: t.Node): readonly t.Node[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return [node.right];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'CallExpression':
      return makesPaths(node) ? [node.callee, ...node.arguments] : givenBy(scan, node);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'Identifier':
      return givenTo(scan, node);
    case 'MemberExpression':
      return isCalled(node) ? [node.object] : [];
    case 'TemplateLiteral':
      return [...node.expressions, ...node.quasis];
    default:
      return [];
  }
}

/** What a function of the file gives for a call. */
function givenBy(scan: ScanContext, { callee }: t.CallExpression): readonly t.Node[] {
  const called = functionOf(scan, callee);
  return called !== null && isFunction(called) ? returnedBy(scan, called) : [];
}

const cutting: ReadonlySet<string> = wordsOf('dirname replace replaceAll slice split substr substring');

const making: ReadonlySet<string> = wordsOf('join normalize realpathSync resolve');

function makesPaths(call: t.CallExpression): boolean {
  const name = calledName(call);
  return cutting.has(name) || making.has(name);
}

function isCut(part: t.Node): boolean {
  switch (part.type) {
    case 'CallExpression':
      return cutting.has(calledName(part)) && !isTail(part);
    case 'MemberExpression':
      // `entry.parent.filename`
      return part.object.type === 'MemberExpression' && staticKey(part.object) === 'parent';
    case 'StringLiteral':
      return leadsUp(part.value);
    case 'TemplateElement':
      return leadsUp(part.value.raw);
    default:
      return false;
  }
}

/** `url.slice(7)` takes away what stands before a path. */
function isTail(call: t.CallExpression): boolean {
  return call.arguments.length === 1 && /^(?:slice|subst)/.test(calledName(call));
}

function leadsUp(text: string): boolean {
  return text.split(/[\\/]/).includes('..');
}

function isOfFile({ scopes }: ScanContext, part: t.Node): boolean {
  return isFreeName(part, '__dirname', scopes) || isFreeName(part, '__filename', scopes);
}

function calledName({ callee }: t.CallExpression): string {
  return callee.type === 'Identifier'
    ? callee.name
    : (callee.type === 'MemberExpression' && staticKey(callee)) || '';
}

function isCalled(member: t.Node): boolean {
  const around = parentOf(member)!;
  return around.type === 'CallExpression' && around.callee === member;
}
