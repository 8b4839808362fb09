import type * as t from '@babel/types';
import { addTo, wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { SloppyFacts } from '../../facts.ts';
import { isFreeName } from '../../free-names.ts';
import { rangeOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { declaredFunction, functionOf, valuesOf } from '../own-functions.ts';
import { isSloppyAt } from '../row.ts';
import { deletedMembers, type Member, memberTargets } from './attempts.ts';
import { closedKeys, keysNamed } from './closed-keys.ts';
import { closing } from './closing.ts';
import { methodOfObject } from './object-calls.ts';
import { isPlainlyOpen } from './plainly-open.ts';
import { isOfExports } from './silent.ts';

/** What may be rejected where something else is: what that shows of an object may hold of others. */

/** All sloppy writes to members, and deletions of them, but for objects that the file plainly keeps open. */
export const membersAtRisk = perScan((scan): readonly Member[] => {
  const deleted = deletedMembers(scan).filter(({ object }) => isSurelyObject(scan, object));
  return [...memberTargets(scan), ...deleted].filter(
    (target) => isSloppyAt(scan, target) && !isOfExports(scan, target) && !isPlainlyOpen(scan, target),
  );
});

/** What is deleted from a primitive value is no error in strict code either, but `Reflect` takes none. */
function isSurelyObject(scan: ScanContext, object: t.Node): boolean {
  if (object.type === 'ThisExpression') return true;
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding || binding.kind === 'parameter') return false;
  if (declaredFunction(binding) !== null) return true;
  const values = valuesOf(binding);
  return values.length > 0 && values.every(({ type }) => makesObject.has(type));
}

const makesObject = wordsOf(
  'ArrayExpression ArrowFunctionExpression ClassExpression FunctionExpression NewExpression ObjectExpression',
);

/**
 * Those of them that may be rejected where these are: of a key that the file closes, or of any where an object is reached
 * from the same variable, or one that rejects them all may get elsewhere.
 *
 * @param isWhole whether the object rejects more than some keys that the file names
 */
export function membersBeside(
  scan: ScanContext,
  rejected: readonly Member[],
  isWhole: (member: Member) => boolean,
): readonly Member[] {
  if (rejected.some((member) => isWhole(member) && !staysHere(scan, member.object)))
    return membersAtRisk(scan);
  const closed = new Set([...closedKeys(scan), ...rejected.flatMap((member) => keysTried(scan, member))]);
  const variables = new Set(rejected.flatMap((member) => variablesBehind(scan, member)));
  return membersAtRisk(scan).filter((member) => {
    const keys = keysTried(scan, member);
    return (
      keys.length === 0 ||
      keys.some((key) => closed.has(key)) ||
      isOfGlobal(scan, member.object) ||
      variablesBehind(scan, member).some((variable) => variables.has(variable))
    );
  });
}

/** `process.versions`, `Buffer.from('text')`, also by a variable: no file shows which keys these have closed. */
function isOfGlobal(scan: ScanContext, object: t.Node): boolean {
  return rootsOf(scan, object).some(
    (name) => scan.scopes.referenceOf(name)?.binding === null && !ofWrapper.has(name.name),
  );
}

/** The names that an object is reached from: `made` and `Maker` for `made.part` with `const made = new Maker()`. */
function rootsOf(scan: ScanContext, object: t.Node): readonly t.Identifier[] {
  const root = rootOfCalls(object);
  const binding = root.type === 'Identifier' ? scan.scopes.referenceOf(root)?.binding : null;
  const roots = [root, ...(binding ? valuesOf(binding).map(rootOfCalls) : [])];
  return roots.filter((node) => node.type === 'Identifier');
}

/** Variables that members are reached from, but for functions of the file: what these have is known. */
function variablesBehind(scan: ScanContext, { object }: Member): readonly Binding[] {
  return rootsOf(scan, object).flatMap((name) => {
    const binding = scan.scopes.referenceOf(name)?.binding;
    const isOwn = !binding || binding.kind === 'parameter' || declaredFunction(binding) !== null;
    return isOwn || functionOf(scan, name) !== null ? [] : [binding];
  });
}

const ofWrapper = wordsOf('exports module require');

function rootOfCalls(node: t.Node): t.Node {
  switch (node.type) {
    case 'MemberExpression':
      return rootOfCalls(node.object);
    case 'CallExpression':
    case 'NewExpression':
      return rootOfCalls(node.callee);
    default:
      return node;
  }
}

/** What other modules need to know of them, given those that they may tell to be rejected. */
export function atRiskBeside(scan: ScanContext, suspects: readonly Member[]): SloppyFacts['atRisk'] {
  const byVariable = new Map<Binding, number[]>();
  for (const suspect of suspects)
    for (const variable of variablesBehind(scan, suspect)) addTo(byVariable, variable, suspect.start!);
  return membersAtRisk(scan).map((member) => ({
    keys: keysTried(scan, member),
    range: rangeOf(member),
    beside: variablesBehind(scan, member).flatMap((variable) => byVariable.get(variable) ?? []),
  }));
}

/** The keys that a member may be of; none: it may be any. */
function keysTried(scan: ScanContext, member: Member): readonly string[] {
  const key = staticKey(member) ?? symbolKey(scan, member);
  return key === null ? keysNamed(scan, member.property) : [key];
}

/** `Symbol.hasInstance` for `object[Symbol.hasInstance]` */
export function symbolKey(scan: ScanContext, { computed, property }: Member): string | null {
  if (!computed || property.type !== 'MemberExpression') return null;
  const name = staticKey(property);
  return name !== null && isFreeName(property.object, 'Symbol', scan.scopes) ? `Symbol.${name}` : null;
}

/** Whether an object is one that nothing but its own variable holds, and that is no receiver. */
function staysHere(scan: ScanContext, object: t.Node): boolean {
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding) return false;
  const { references, writes } = binding;
  return (
    valuesOf(binding).every((value) => isMadeThere(scan, value)) &&
    writes.every(({ initialises }) => initialises) &&
    references.every(({ node, initialises }) => initialises || isJustAsked(scan, node))
  );
}

/** `{ level: 1 }`, `Object.freeze({ level: 1 })`, neither of which has a getter to run on it */
function isMadeThere(scan: ScanContext, value: t.Node): boolean {
  if (value.type === 'ObjectExpression')
    return value.properties.every((property) => property.type === 'ObjectProperty');
  const [first] = value.type === 'CallExpression' ? value.arguments : [];
  return isClosing(scan, value) && first?.type === 'ObjectExpression' && isMadeThere(scan, first);
}

function isClosing(scan: ScanContext, node: t.Node): boolean {
  return node.type === 'CallExpression' && closing.has(methodOfObject(scan, node));
}

/** `object.key`, but not to call it; `Object.freeze(object);` */
function isJustAsked(scan: ScanContext, node: t.Node): boolean {
  const parent = parentOf(node)!;
  const around = parentOf(parent)!;
  if (parent.type === 'MemberExpression' && parent.object === node)
    return !('callee' in around && around.callee === parent) && around.type !== 'TaggedTemplateExpression';
  return isClosing(scan, parent) && around.type === 'ExpressionStatement';
}
