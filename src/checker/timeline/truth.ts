import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import { pathOfGlobal } from '../free-names.ts';
import { languageFunctions } from './known-globals.ts';

const typeOfName: ReadonlyMap<string, string> = new Map([
  ['exports', 'object'],
  ['module', 'object'],
  ['require', 'function'],
  ['process', 'object'],
  ['globalThis', 'object'],
  ['global', 'object'],
  ['Object', 'function'],
]);

/**
 * Whether a condition always holds in a CommonJS file on Node, as in the wrappers that ask where they run,
 * `typeof module !== 'undefined' && module.exports`, and where the language is asked for what it surely has,
 * `if (!Array.prototype.map)`. Null where it is not known.
 */
export function truthOf(scan: ScanContext, test: t.Node): boolean | null {
  switch (test.type) {
    case 'LogicalExpression':
      return truthOfLogical(scan, test);
    case 'UnaryExpression':
      return test.operator === '!' ? not(truthOf(scan, test.argument)) : null;
    case 'BinaryExpression':
      return truthOfComparison(scan, test);
    case 'BooleanLiteral':
      return test.value;
    case 'Identifier':
      return isWrapperName(scan, test) ? true : null;
    case 'MemberExpression':
      return isOwnExports(scan, test) || isLanguageFunction(scan, test) ? true : null;
    default:
      return null;
  }
}

function truthOfLogical(scan: ScanContext, { operator, left, right }: t.LogicalExpression): boolean | null {
  if (operator === '??') return null;
  const first = truthOf(scan, left);
  const decisive = operator === '||';
  if (first === decisive) return decisive;
  const second = truthOf(scan, right);
  return first === null ? null : second;
}

function truthOfComparison(scan: ScanContext, { operator, left, right }: t.BinaryExpression): boolean | null {
  const [question, answer] = right.type === 'StringLiteral' ? [left, right] : [right, left];
  if (
    answer.type !== 'StringLiteral' ||
    question.type !== 'UnaryExpression' ||
    question.operator !== 'typeof'
  ) {
    return null;
  }
  const type = typeOfFree(scan, question.argument);
  if (type === null || !/^[!=]==?$/.test(operator)) return null;
  return (type === answer.value) === operator.startsWith('=');
}

function typeOfFree(scan: ScanContext, node: t.Node): string | null {
  if (isLanguageFunction(scan, node)) return 'function';
  if (node.type === 'MemberExpression') return isOwnExports(scan, node) ? 'object' : null;
  return node.type === 'Identifier' && isFree(scan, node) ? (typeOfName.get(node.name) ?? null) : null;
}

function isOwnExports(scan: ScanContext, node: t.MemberExpression): boolean {
  return pathOfGlobal(scan, node) === 'module.exports';
}

function isLanguageFunction(scan: ScanContext, node: t.Node): boolean {
  return languageFunctions.has(pathOfGlobal(scan, node) ?? '');
}

function isWrapperName(scan: ScanContext, node: t.Identifier): boolean {
  return (node.name === 'module' || node.name === 'exports') && isFree(scan, node);
}

function isFree(scan: ScanContext, node: t.Identifier): boolean {
  return scan.scopes.referenceOf(node)?.binding === null;
}

function not(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}
