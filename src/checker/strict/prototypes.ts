import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { assignmentsByName, callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { declaratorOf } from '../writes.ts';
import { callsOfObject, fixingCalls, methodOfObject } from './fixed-keys.ts';
import { functionOf } from './own-functions.ts';
import { isRequire } from './required-names.ts';

/** What objects of the file inherit from. */

/** `{ __proto__: prototype }` */
export function prototypesIn({ properties }: t.ObjectExpression): readonly t.Node[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && staticKey(property) === '__proto__' ? [property.value] : [],
  );
}

/** `Object.setPrototypeOf(object, prototype)` */
export function prototypesGiven(scan: ScanContext, binding: Binding): readonly t.Node[] {
  return fixingCalls(scan, binding).flatMap((call) =>
    methodOfObject(scan, call) === 'setPrototypeOf' ? (call.arguments[1] ?? []) : [],
  );
}

/** Whether functions of the file may construct what another file, or a builtin, has the prototype of. */
export const inherits = perScan((scan) => basesIn(scan).some((base) => !isPlainBase(scan, base)));

/** What is inherited from: `inherits(F, Base)`, `Object.create(Base.prototype)`, `{ __proto__: Base.prototype }`. */
function basesIn(scan: ScanContext): readonly t.Node[] {
  const given = callsByName(scan)
    .of('inherits')
    .map(({ arguments: [, base] }) => base);
  const prototypes = callsOfObject(scan).map((call) => {
    const method = methodOfObject(scan, call);
    return method === 'create'
      ? call.arguments[0]
      : method === 'setPrototypeOf'
        ? call.arguments[1]
        : undefined;
  });
  const constructed = assignmentsByName(scan)
    .of('prototype')
    .flatMap(({ right }) => (right.type === 'ObjectExpression' ? prototypesIn(right) : right));
  return [...given, ...prototypes, ...constructed].flatMap((base) => base ?? []);
}

/** A function of the file, whose own base counts, `null`, or the class of emitters, all of whose keys can be written. */
function isPlainBase(scan: ScanContext, base: t.Node): boolean {
  const node = unwrap(base);
  switch (node.type) {
    case 'NullLiteral':
      return true;
    case 'NewExpression':
      return isPlainBase(scan, node.callee);
    case 'MemberExpression':
      return isPlainBase(scan, node.object);
    case 'CallExpression':
      return isRequire(node, scan) && isEvents(node.arguments[0]);
    case 'Identifier': {
      if (functionOf(scan, node) !== null) return true;
      const binding = scan.scopes.referenceOf(node)?.binding;
      const declarator = binding?.writes.length === 1 ? declaratorOf(binding.writes[0]!.node) : null;
      return declarator?.init ? isPlainBase(scan, declarator.init) : binding === null;
    }
    default:
      return false;
  }
}

function isEvents(specifier: t.Node | undefined): boolean {
  return specifier?.type === 'StringLiteral' && /^(?:node:)?events$/.test(specifier.value);
}
