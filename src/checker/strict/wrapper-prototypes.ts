import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { pathOfGlobal } from '../free-names.ts';
import { isWriteTarget } from '../nodes.ts';

/** What the file puts on prototypes, by which method calls find it. */

export interface Extension {
  /** `String` in `String.prototype`. */
  readonly constructorName: t.Node;
  /** What is put there: a function, an object with functions in it, or a descriptor. */
  readonly value: t.Node;
}

/** Whether primitive values inherit from the prototype of what a name denotes. */
export function isWrapper(scan: ScanContext, name: t.Node): boolean {
  return wrappers.has(pathOfGlobal(scan, name) ?? '');
}

const wrappers = wordsOf('BigInt Boolean Number Object String Symbol');

/**
 * `F.prototype.key = value`, `Object.defineProperty(F.prototype, key, value)`, `extend(F.prototype, value)`, also through a
 * variable that holds the prototype.
 */
export function* extensions(
  scan: ScanContext,
  isOfInterest: (constructorName: t.Identifier) => boolean,
): Generator<Extension> {
  for (const prototype of membersByKey(scan).of('prototype')) {
    const { object } = prototype;
    if (object.type !== 'Identifier' || !isOfInterest(object)) continue;
    for (const mention of mentionsOf(scan, prototype))
      for (const value of putOn(scan, mention)) yield { constructorName: object, value };
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
