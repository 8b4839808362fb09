import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { unwrap } from '../../syntax/wrapping.ts';

/** What `typeof` says of the names that every CommonJS file has. */
const types: ReadonlyMap<string, string> = new Map([
  ['exports', 'object'],
  ['module', 'object'],
  ['require', 'function'],
]);

/**
 * @returns a function that tells how a test comes out in CommonJS, where it only asks whether CommonJS is there; null
 *   where that depends on anything else.
 */
export function decidedTests(scopes: Scopes): (test: t.Node) => boolean | null {
  const known = new Map<t.Node, boolean | null>();
  const untouched = new Set([...types.keys()].filter((name) => isUntouched(name, scopes)));
  return decided;

  function decided(test: t.Node): boolean | null {
    const before = known.get(test);
    if (before !== undefined) return before;
    const outcome = decide(unwrap(test));
    known.set(test, outcome);
    return outcome;
  }

  function decide(node: t.Node): boolean | null {
    switch (node.type) {
      case 'BinaryExpression':
        return typeTest(node);
      case 'UnaryExpression': {
        const inner = node.operator === '!' ? decided(node.argument) : null;
        return inner === null ? null : !inner;
      }
      case 'LogicalExpression': {
        if (node.operator === '??') return null;
        // One operand decides `&&` if it is false, and `||` if it is true.
        const deciding = node.operator === '||';
        const operands = [decided(node.left), decided(node.right)];
        if (operands.includes(deciding)) return deciding;
        return operands.includes(null) ? null : !deciding;
      }
      default:
        return null;
    }
  }

  /** `typeof module === 'object'`, `'undefined' != typeof exports` */
  function typeTest({ left, right, operator }: t.BinaryExpression): boolean | null {
    const [asked, text] = left.type === 'StringLiteral' ? [right, left] : [left, right];
    if (text.type !== 'StringLiteral' || asked.type !== 'UnaryExpression') return null;
    if (asked.operator !== 'typeof' || asked.argument.type !== 'Identifier') return null;
    const { name } = asked.argument;
    if (!untouched.has(name) || scopes.referenceOf(asked.argument)?.binding !== null) return null;
    const isSame = types.get(name) === text.value;
    if (operator === '===' || operator === '==') return isSame;
    return operator === '!==' || operator === '!=' ? !isSame : null;
  }
}

/** Neither declared at the top of the file nor assigned anywhere. */
function isUntouched(name: string, scopes: Scopes): boolean {
  const references = scopes.free.get(name) ?? [];
  return !scopes.program.bindings.has(name) && references.every(({ access }) => access === 'read');
}
