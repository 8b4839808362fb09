import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { SloppyFacts } from '../../facts.ts';
import { nodesOf } from '../../nodes.ts';
import { exportedValues, isModuleExports } from '../function-names.ts';
import { closedKeys } from './closed-keys.ts';
import { closing } from './closing.ts';
import { isReadOnly } from './fixed-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** Keys of the exports that reject writes: of whatever has a getter or is defined by `defineProperty`; all of what is frozen. */
export function fixedKeys(scan: ScanContext): SloppyFacts['fixedKeys'] {
  const exported = exportedValues(scan);
  const keys = new Set<string>();
  for (const call of callsOfObject(scan)) {
    const [object, key, descriptor] = call.arguments;
    const method = methodOfObject(scan, call);
    if (closing.has(method) && (exported.includes(call) || isExported(object, exported))) return 'all';
    if (method === 'defineProperty' && key?.type === 'StringLiteral') keys.add(key.value);
    else if (
      method === 'defineProperty' &&
      mayBeReadOnly(descriptor) &&
      mayBeExported(scan, object, exported)
    )
      return 'all';
  }
  if (exported.some(({ type }) => primitive.has(type))) return 'all';
  for (const key of closedKeys(scan)) keys.add(key);
  for (const member of [...nodesOf(scan, 'ObjectMethod'), ...nodesOf(scan, 'ClassMethod')]) {
    if (member.kind === 'get') keys.add(staticKey(member) ?? '');
  }
  return keys.has(ANY_KEY) ? 'all' : [...keys];
}

/** `Object.freeze(object)` */
export function frozenObjects(scan: ScanContext): readonly t.Node[] {
  return callsOfObject(scan).flatMap((call) =>
    closing.has(methodOfObject(scan, call)) ? (call.arguments[0] ?? []) : [],
  );
}

const primitive: ReadonlySet<string> = new Set([
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'NumericLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

function mayBeReadOnly(descriptor: t.Node | undefined): boolean {
  return descriptor?.type !== 'ObjectExpression' || isReadOnly(descriptor);
}

/** What a function of the file gets may be the exports, too. */
function mayBeExported(scan: ScanContext, object: t.Node | undefined, exported: readonly t.Node[]): boolean {
  if (isExported(object, exported)) return true;
  return object?.type === 'Identifier' && scan.scopes.referenceOf(object)?.binding?.kind === 'parameter';
}

function isExported(object: t.Node | undefined, exported: readonly t.Node[]): boolean {
  if (object === undefined) return false;
  if (object.type !== 'Identifier') return isModuleExports(object);
  const { name } = object;
  return name === 'exports' || exported.some((value) => value.type === 'Identifier' && value.name === name);
}
