import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName, pathOfGlobal } from '../../free-names.ts';
import { valuesOf } from '../own-functions.ts';

/** `Math.max.apply(this, list)`, `util.format.call(this, text)`: builtin functions that have no use for their `this`. */
export function isIgnored(scan: ScanContext, use: t.Node): boolean {
  const call = parentOf(use);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== use) return false;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !handsOverThis.has(staticKey(callee))) return false;
  const path = pathOfGlobal(scan, callee.object);
  return path === null ? isOfModule(scan, callee.object) : withoutThis.test(path);
}

const handsOverThis: ReadonlySet<string | null> = new Set(['apply', 'call']);

/** Functions of the language's namespaces and constructors (§20.1.2, §21.1.2, §21.3.2, §22.1.2, §25.5). */
const withoutThis = /^(?:Date|JSON|Math|Number|Object|String)\.\w+$/;

/** `format` of `util` by `const util = require('util')`; the functions of these modules refer to each other by name. */
function isOfModule(scan: ScanContext, fn: t.Node): boolean {
  const object = fn.type === 'MemberExpression' ? fn.object : null;
  const binding = object?.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  const [value] = binding ? valuesOf(binding) : [];
  if (value?.type !== 'CallExpression' || !isFreeName(value.callee, 'require', scan.scopes)) return false;
  const [specifier] = value.arguments;
  return specifier?.type === 'StringLiteral' && /^(?:node:)?(?:path|util)$/.test(specifier.value);
}
