import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { unwrap } from '../../syntax/wrapping.ts';

/** What `typeof` says of the names that every CommonJS file has. */
const types: ReadonlyMap<string, string> = new Map([
  ['exports', 'object'],
  ['module', 'object'],
  ['require', 'function'],
]);

/** @returns how a test comes out in CommonJS, where it only asks whether CommonJS is there; else null. */
export function decidedTest(test: t.Node, scopes: Scopes): boolean | null {
  const node = unwrap(test);
  switch (node.type) {
    case 'BinaryExpression':
      return typeTest(node, scopes);
    case 'UnaryExpression': {
      const inner = node.operator === '!' ? decidedTest(node.argument, scopes) : null;
      return inner === null ? null : !inner;
    }
    case 'LogicalExpression': {
      if (node.operator === '??') return null;
      // One operand decides `&&` if it is false, and `||` if it is true.
      const deciding = node.operator === '||';
      const operands = [decidedTest(node.left, scopes), decidedTest(node.right, scopes)];
      if (operands.includes(deciding)) return deciding;
      return operands.includes(null) ? null : !deciding;
    }
    default:
      return null;
  }
}

/** `typeof module === 'object'`, `'undefined' != typeof exports` */
function typeTest({ left, right, operator }: t.BinaryExpression, scopes: Scopes): boolean | null {
  const [asked, text] = left.type === 'StringLiteral' ? [right, left] : [left, right];
  if (text.type !== 'StringLiteral' || asked.type !== 'UnaryExpression') return null;
  if (asked.operator !== 'typeof' || asked.argument.type !== 'Identifier') return null;
  const type = types.get(asked.argument.name);
  if (type === undefined || !isUntouched(asked.argument.name, scopes)) return null;
  if (operator === '===' || operator === '==') return type === text.value;
  return operator === '!==' || operator === '!=' ? type !== text.value : null;
}

/** Neither declared nor assigned anywhere in the file. */
function isUntouched(name: string, scopes: Scopes): boolean {
  const references = scopes.free.get(name) ?? [];
  return !scopes.program.bindings.has(name) && references.every(({ access }) => access === 'read');
}
