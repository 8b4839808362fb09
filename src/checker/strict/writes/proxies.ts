import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { functionAround } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { functionOf, literalOf } from '../own-functions.ts';

/** Traps by whose answer strict code throws where sloppy code goes on (ECMA-262 §10.5.9, §10.5.10, §13.5.1.2). */
export type Trap = 'defineProperty' | 'deleteProperty' | 'set';

const traps: ReadonlySet<string> = new Set<Trap>(['defineProperty', 'deleteProperty', 'set']);

/**
 * The traps of proxies of the file that may answer with something false, which most do that forget to answer at all:
 * `new Proxy(object, { set(target, key, value) { target[key] = value; } })`.
 */
export const refusingTraps = perScan((scan): ReadonlySet<string> => {
  if (!scan.scopes.free.has('Proxy')) return none;
  const handlers = [...nodesOf(scan, 'NewExpression'), ...nodesOf(scan, 'CallExpression')].flatMap((call) =>
    makesProxy(scan, call) ? [call.arguments[1]] : [],
  );
  return new Set(handlers.flatMap((handler) => refusingIn(scan, handler)));
});

const none: ReadonlySet<string> = new Set();

/** `new Proxy(…)`, `Proxy.revocable(…)` */
export function makesProxy(scan: ScanContext, { type, callee }: t.NewExpression | t.CallExpression): boolean {
  if (type === 'NewExpression') return isFreeName(callee, 'Proxy', scan.scopes);
  return callee.type === 'MemberExpression' && isFreeName(callee.object, 'Proxy', scan.scopes);
}

function refusingIn(scan: ScanContext, handler: t.Node | undefined): readonly string[] {
  const literal = handler && literalOf(scan, handler);
  if (!literal) return [...traps];
  return literal.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return [...traps];
    const key = staticKey(property);
    if (key === null) return [...traps];
    const trap = property.type === 'ObjectMethod' ? property : functionOf(scan, property.value);
    return traps.has(key) && !(trap !== null && isFunction(trap) && agrees(scan, trap)) ? [key] : [];
  });
}

/** Whether a trap says yes wherever it returns. */
function agrees(scan: ScanContext, trap: t.Function): boolean {
  if (trap.body.type !== 'BlockStatement') return isTrue(scan, trap.body);
  const returns = nodesOf(scan, 'ReturnStatement').filter((statement) => functionAround(statement) === trap);
  return endsItself(trap.body) && returns.every(({ argument }) => argument && isTrue(scan, argument));
}

/** Whether control never gets past a statement. */
function endsItself(statement: t.Statement | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return endsItself(statement.body.at(-1));
    case 'IfStatement':
      return endsItself(statement.consequent) && endsItself(statement.alternate ?? undefined);
    default:
      return false;
  }
}

/** `true`, `!0`, `Reflect.set(…)`, which says no where the object itself would, `(…, true)` */
function isTrue(scan: ScanContext, expression: t.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'BooleanLiteral':
      return node.value;
    case 'UnaryExpression':
      return node.operator === '!' && node.argument.type === 'NumericLiteral' && node.argument.value === 0;
    case 'SequenceExpression':
      return isTrue(scan, node.expressions.at(-1)!);
    case 'ConditionalExpression':
      return isTrue(scan, node.consequent) && isTrue(scan, node.alternate);
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' && isFreeName(node.callee.object, 'Reflect', scan.scopes)
      );
    default:
      return false;
  }
}
