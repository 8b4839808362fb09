import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Use } from './uses.ts';

/** What functions of the language do with an object that is their first argument. */
const ofFirstArgument: ReadonlyMap<string, DiagnosticCode> = new Map([
  ['Object.assign', 'exports-assign'],
  ['Object.defineProperties', 'exports-define-property'],
  ['Object.defineProperty', 'exports-define-property'],
  ['Object.entries', 'exports-enumerated'],
  ['Object.freeze', 'exports-frozen'],
  ['Object.getOwnPropertyDescriptor', 'exports-enumerated'],
  ['Object.getOwnPropertyDescriptors', 'exports-enumerated'],
  ['Object.getOwnPropertyNames', 'exports-enumerated'],
  ['Object.getPrototypeOf', 'exports-proto'],
  ['Object.hasOwn', 'exports-enumerated'],
  ['Object.keys', 'exports-enumerated'],
  ['Object.preventExtensions', 'exports-frozen'],
  ['Object.seal', 'exports-frozen'],
  ['Object.setPrototypeOf', 'exports-proto'],
  ['Object.values', 'exports-enumerated'],
  ['Reflect.defineProperty', 'exports-define-property'],
  ['Reflect.ownKeys', 'exports-enumerated'],
  ['JSON.stringify', 'exports-enumerated'],
]);

/** Uses that list the keys of an object without a call. */
const listing: ReadonlySet<string> = new Set(['ForInStatement', 'JSXSpreadAttribute', 'SpreadElement']);

/** @returns under which code a use of the exports object that cannot be resolved is reported. */
export function escapeCode(use: Use, scopes: Scopes): DiagnosticCode {
  switch (use.kind) {
    case 'member':
      return 'exports-delete';
    case 'computed':
      return 'exports-computed-key';
    case 'compare':
      return use.expression.operator === 'in' && use.expression.right === use.at
        ? 'exports-enumerated'
        : 'exports-escape';
    case 'passed':
      return codeOfCall(use.call, use.index, scopes);
    case 'escape':
      return listing.has(parentOf(use.at)?.type ?? '') ? 'exports-enumerated' : 'exports-escape';
    default:
      return 'exports-escape';
  }
}

function codeOfCall(call: t.CallExpression, index: number, scopes: Scopes): DiagnosticCode {
  if (isMarker(call, index, scopes)) return 'transpiled';
  const name = globalMethod(call.callee, scopes);
  if (name === null) return 'exports-escape';
  if (index === 0) return ofFirstArgument.get(name) ?? 'exports-escape';
  return name === 'Object.assign' ? 'exports-enumerated' : 'exports-escape';
}

/** @returns the key of the exports that a call may make a getter, '' for none; null where the call does not tell. */
export function getterDefined(
  { callee, arguments: given }: t.CallExpression,
  code: DiagnosticCode,
): string | null {
  const [, key, descriptor] = given;
  const isOne = code === 'exports-define-property' && memberKey(callee) === 'defineProperty';
  if (!isOne || key === undefined) return null;
  return descriptor !== undefined && isOfValue(descriptor) ? '' : literalKey(key);
}

/** `{ value: f, enumerable: true }` */
function isOfValue(descriptor: t.Node): boolean {
  if (descriptor.type !== 'ObjectExpression') return false;
  const keys = descriptor.properties.map((property) =>
    property.type === 'SpreadElement' ? null : staticKey(property),
  );
  return keys.every((key) => key !== null && key !== 'get' && key !== '__proto__');
}

function memberKey(callee: t.Node): string | null {
  return callee.type === 'MemberExpression' ? staticKey(callee) : null;
}

/** `Object.defineProperty(exports, '__esModule', {value: true})` */
function isMarker(call: t.CallExpression, index: number, scopes: Scopes): boolean {
  const key = call.arguments[1];
  const isDefinition = index === 0 && globalMethod(call.callee, scopes) === 'Object.defineProperty';
  return isDefinition && key !== undefined && literalKey(key) === '__esModule';
}

/** `Object.keys` and the like, of the global object. */
function globalMethod(callee: t.Node, scopes: Scopes): string | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const key = staticKey(callee);
  const isGlobal = scopes.referenceOf(callee.object)?.binding === null;
  return key !== null && isGlobal ? `${callee.object.name}.${key}` : null;
}
