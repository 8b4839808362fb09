import type * as t from '@babel/types';
import { isFunction } from '../syntax/kinds.ts';
import type { Binding } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { callInPlace } from './exports/call-in-place.ts';
import { roleOf } from './exports/roles.ts';
import { declaratorOf } from './writes.ts';

/**
 * Whether a value may come from elsewhere, by way of a name that the file does not declare, or a module: `require`,
 * `proxyquire.noCallThru()`, `mocks.require`. What the file makes itself does not, nor what a function of it gets from
 * callers that are not seen: in `{ 1: [function (require) {}] }`, a bundle, `require` is the bundle's own.
 */
export function isFromOutside(node: t.Node, scan: ScanContext): boolean {
  const asked = new Set<Binding>();
  return isOutside(node);

  function isOutside(expression: t.Node): boolean {
    const value = unwrap(expression);
    switch (value.type) {
      case 'Identifier': {
        const binding = scan.scopes.referenceOf(value)?.binding ?? null;
        return binding === null || isBoundToOutside(binding);
      }
      case 'MemberExpression':
        return isOutside(value.object);
      case 'CallExpression':
      case 'NewExpression':
        return isOutside(value.callee);
      case 'AssignmentExpression':
        return isOutside(value.right);
      case 'AwaitExpression':
        return isOutside(value.argument);
      case 'SequenceExpression':
        return isOutside(value.expressions.at(-1)!);
      case 'ConditionalExpression':
        return isOutside(value.consequent) || isOutside(value.alternate);
      case 'LogicalExpression':
        return isOutside(value.left) || isOutside(value.right);
      default:
        return value.type === 'Import' || value.type === 'MetaProperty';
    }
  }

  function isBoundToOutside(binding: Binding): boolean {
    if (asked.has(binding)) return false;
    asked.add(binding);
    if (binding.kind === 'import') return true;
    if (binding.kind === 'parameter' && binding.declarations.some(isGivenFromOutside)) return true;
    return binding.writes.some(({ node }) => {
      const value = valueWritten(node);
      return value !== null && isOutside(value);
    });
  }

  /** `(function (require) {})(require)`, `define(function (require) {})` */
  function isGivenFromOutside(parameter: t.Node): boolean {
    const fn = parentOf(parameter);
    if (fn === null || !isFunction(fn)) return false;
    const inPlace = callInPlace(fn);
    if (inPlace !== null) {
      const given = inPlace.passed?.[(fn.params as readonly t.Node[]).indexOf(parameter)];
      return given !== undefined && isOutside(given);
    }
    const call = parentOf(fn);
    return call?.type === 'CallExpression' && call.callee !== fn && isOutside(call.callee);
  }
}

/** What an assignment gives a variable, or the whole that a pattern takes it from. */
function valueWritten(target: t.Node): t.Node | null {
  const role = roleOf(target);
  return declaratorOf(target)?.init ?? (role.kind === 'write' ? role.value : null);
}
