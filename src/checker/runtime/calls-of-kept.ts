import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { lastName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { functionOf, valuesOf } from '../strict/own-functions.ts';
import { keyRead } from '../timeline/puts.ts';
import { callingAtOnce } from './calling-at-once.ts';
import { isMadeHere } from './made-here.ts';

/**
 * Calls that may run a function by what is kept of it elsewhere than in a variable: under a key, in a list or collection.
 *
 * @param mentions where the function stands, and where variables have it
 */
export function callsOfKept(
  scan: ScanContext,
  fn: t.Function,
  mentions: readonly t.Node[],
): readonly t.Node[] {
  const { computed, unnamed } = callsWithoutName(scan);
  const parents = mentions.map((mention) => ({ mention, parent: parentOf(mention)! }));
  if (parents.some(({ mention, parent }) => isListed(mention, parent))) return [...computed, ...unnamed];
  const isKeyed =
    /^(?:Class|Object)Method$/.test(fn.type) || parents.some(({ parent }) => keyed.has(parent.type));
  return isKeyed ? computed : [];
}

const keyed = wordsOf('ClassProperty ObjectProperty');

/** `[f]`, `table[key] = f`, `list.push(f)` */
function isListed(mention: t.Node, parent: t.Node): boolean {
  if (parent.type === 'ArrayExpression') return true;
  if (parent.type === 'AssignmentExpression')
    return (
      parent.right === mention && parent.left.type === 'MemberExpression' && staticKey(parent.left) === null
    );
  if (parent.type !== 'CallExpression' || parent.callee === mention) return false;
  return keeping.has(lastName(parent.callee) ?? '');
}

const keeping = wordsOf('add push set splice unshift');

const callsWithoutName = perScan((scan) => {
  const computed: t.Node[] = [];
  const unnamed: t.Node[] = [];
  for (const call of nodesOf(scan, 'CallExpression')) {
    const callee = unwrap(call.callee);
    if (callee.type === 'MemberExpression') {
      if (keyRead(callee) === null && isMadeHere(scan, callee.object)) computed.push(call);
    } else if (callee.type === 'CallExpression' || isTakenOut(scan, callee)) unnamed.push(call);
  }
  return { computed, unnamed };
});

/** `job` of `for (const job of jobs) job()`, of `const job = jobs.shift()`, and of `jobs.forEach((job) => job())` */
function isTakenOut(scan: ScanContext, callee: t.Node): boolean {
  const binding = callee.type === 'Identifier' ? scan.scopes.referenceOf(callee)?.binding : null;
  const [name] = binding?.declarations ?? [];
  if (!binding || name === undefined || functionOf(scan, callee) !== null) return false;
  const values = valuesOf(binding);
  if (values.length > 0) return values.some(isElement);
  const declaration = parentOf(name)!;
  const around = parentOf(declaration);
  if (!isFunction(declaration)) return around !== null && parentOf(around)?.type === 'ForOfStatement';
  return around?.type === 'CallExpression' && callingAtOnce.has(lastName(around.callee) ?? '');
}

/** `jobs[0]`, `jobs.shift()` */
function isElement(node: t.Node): boolean {
  if (node.type === 'MemberExpression') return staticKey(node) === null;
  return node.type === 'CallExpression' && takingOut.has(lastName(node.callee) ?? '');
}

const takingOut = wordsOf('at find findLast get pop shift');
