import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { pathOfGlobal } from '../free-names.ts';
import { functionOf, valuesOf } from '../strict/own-functions.ts';

const enoughSteps = 8;

/** Whether an object is one that the file makes: a literal, an instance, or what functions of the file return. */
export function isMadeHere(scan: ScanContext, receiver: t.Node, steps = 0): boolean {
  const node = unwrap(receiver);
  if (made.has(node.type)) return true;
  if (steps > enoughSteps) return false;
  if (node.type === 'CallExpression') return makesHere(scan, node, steps);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return !!binding && valuesOf(binding).some((value) => isMadeHere(scan, value, steps + 1));
}

/** A function of the file, or `Object.create` with one of its objects. */
function makesHere(
  scan: ScanContext,
  { callee, arguments: given }: t.CallExpression,
  steps: number,
): boolean {
  if (functionOf(scan, callee) !== null) return true;
  if (/^Object\.(?:assign|create|freeze|seal)$/.test(pathOfGlobal(scan, callee) ?? ''))
    return given.some((each) => isMadeHere(scan, each, steps + 1));
  return callee.type === 'MemberExpression' && isMadeHere(scan, callee.object, steps + 1);
}

const made = wordsOf(
  'ArrayExpression ClassDeclaration ClassExpression NewExpression ObjectExpression ThisExpression',
);
