import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import { assignedByKey } from '../timeline/assigned.ts';
import { constantOf } from './builtin-objects.ts';

/**
 * `new (x.constructor.constructor)('text')`, also by way of constants: the constructor of a constructor is `Function`,
 * and what the text says has none of the file's variables.
 */
export function isMadeOfText(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'NewExpression' || hasOtherConstructors(scan)) return false;
  const maker = constructedBy(scan, node.callee);
  return maker !== null && constructedBy(scan, maker) !== null;
}

/** The `x` of `x.constructor`. */
function constructedBy(scan: ScanContext, node: t.Node): t.Node | null {
  const made = node.type === 'Identifier' ? constantOf(scan, node) : node;
  return made?.type === 'MemberExpression' && staticKey(made) === 'constructor' ? made.object : null;
}

function hasOtherConstructors(scan: ScanContext): boolean {
  const puts = assignedByKey(scan).get('constructor') ?? [];
  return puts.some(({ value }) => value?.type !== 'ClassMethod' || value.kind !== 'constructor');
}

/** `Function(`return ${type.name};`)`: calling that looks up a global. */
export function isGlobalByName(node: t.Node): boolean {
  const [text, ...more] = node.type === 'NewExpression' ? node.arguments : [];
  if (text?.type !== 'TemplateLiteral' || more.length > 0) return false;
  const [start, end] = text.quasis.map(({ value }) => value.raw.trim());
  const [name] = text.expressions;
  const isName = name?.type === 'MemberExpression' && staticKey(name) === 'name';
  return isName && text.expressions.length === 1 && start === 'return' && (end === '' || end === ';');
}
