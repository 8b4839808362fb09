import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { callsByName, membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { isWriteTarget } from '../../nodes.ts';
import { valuesOf } from '../own-functions.ts';
import { listOfElement, wrapperOf } from './primitives.ts';

/** What the file puts on prototypes, by which method calls find it. */

export interface Extension {
  /** `String` for `String.prototype`; null where a value has that prototype. */
  readonly constructorName: t.Node | null;
  /** What is put there: a function, an object with functions in it, or a descriptor. */
  readonly value: t.Node;
  /** It may be such an object. */
  readonly isTable: boolean;
}

/** Whether an expression may denote a constructor from whose prototype primitive values inherit. */
export function isWrapper(scan: ScanContext, expression: t.Node, seen: Set<t.Node> = new Set()): boolean {
  if (seen.has(expression)) return false;
  seen.add(expression);
  const path = pathOfGlobal(scan, expression)?.replace(/^global(?:This)?\./, '');
  if (path !== undefined) return wrappers.has(path);
  if (expression.type === 'ArrayExpression')
    return expression.elements.some((element) => element !== null && isWrapper(scan, element, seen));
  const binding = expression.type === 'Identifier' ? scan.scopes.referenceOf(expression)?.binding : null;
  const list = binding ? listOfElement(binding) : null;
  const values = binding ? [...valuesOf(binding), ...(list === null ? [] : [list])] : [];
  return values.some((value) => isWrapper(scan, value, seen));
}

const wrappers = wordsOf('BigInt Boolean Number Object String Symbol');

/**
 * `F.prototype.key = value`, `Object.defineProperty(F.prototype, key, value)`, `extend(F.prototype, value)`, also through a
 * variable that holds the prototype, and for the prototype of a primitive value.
 */
export function* extensions(
  scan: ScanContext,
  isOfInterest: (constructorName: t.Node) => boolean,
): Generator<Extension> {
  for (const { prototype, constructorName } of prototypesNamed(scan)) {
    if (constructorName !== null && !isOfInterest(constructorName)) continue;
    for (const mention of mentionsOf(scan, prototype))
      for (const value of putOn(scan, mention))
        yield { constructorName, value, isTable: parentOf(mention)?.type === 'CallExpression' };
  }
}

/** `F.prototype`, `'text'.__proto__`, `Object.getPrototypeOf('text')` */
function* prototypesNamed(
  scan: ScanContext,
): Generator<{ prototype: t.Node } & Pick<Extension, 'constructorName'>> {
  for (const prototype of membersByKey(scan).of('prototype'))
    yield { prototype, constructorName: prototype.object };
  for (const prototype of membersByKey(scan).of('__proto__'))
    if (wrapperOf(scan, prototype.object) !== null) yield { prototype, constructorName: null };
  for (const prototype of callsByName(scan).of('getPrototypeOf')) {
    const [value] = prototype.arguments;
    if (value && wrapperOf(scan, value) !== null) yield { prototype, constructorName: null };
  }
}

/** `const P = String.prototype`: `P` as well. */
function mentionsOf(scan: ScanContext, prototype: t.Node): readonly t.Node[] {
  const declarator = parentOf(prototype);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [prototype];
  return scan.scopes.referenceOf(declarator.id)?.binding?.references.map(({ node }) => node) ?? [];
}

function putOn(scan: ScanContext, prototype: t.Node): readonly t.Node[] {
  const parent = parentOf(prototype);
  if (parent?.type === 'CallExpression') return putByCall(scan, parent, prototype);
  if (parent?.type !== 'MemberExpression' || parent.object !== prototype) return [];
  const around = parentOf(parent)!;
  if (isWriteTarget(parent)) return around.type === 'AssignmentExpression' ? [around.right] : [];
  const isDefining = around.type === 'CallExpression' && defining.has(staticKey(parent) ?? '');
  return isDefining ? around.arguments.slice(1) : [];
}

const defining = wordsOf('__defineGetter__ __defineSetter__');

/** Methods of `Object` and `Reflect` that put something on their first argument (§20.1.2, §28.1). */
const writing = wordsOf('assign defineProperties defineProperty set setPrototypeOf');

function putByCall(
  scan: ScanContext,
  { callee, arguments: [target, ...values] }: t.CallExpression,
  prototype: t.Node,
): readonly t.Node[] {
  if (target !== prototype) return [];
  const [object, method] = pathOfGlobal(scan, callee)?.split('.') ?? [];
  const isBuiltin = object === 'Object' || object === 'Reflect';
  return !isBuiltin || writing.has(method!) ? values : [];
}
