import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RequiredMember, RequiredPlace, RequireFact, SloppyFacts } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { optionsOf, own, type Value } from '../timeline/value.ts';
import { type Values, valuesOf } from '../timeline/values.ts';
import { wholeExports } from '../timeline/whole-exports.ts';
import { plainlyCalledParameters, tellingCallbacks } from './callbacks.ts';
import { closedKeys, lockedKeys } from './closed-keys.ts';
import { closedNames } from './closed-names.ts';
import { deletions } from './deletes.ts';
import { detachedCalls } from './detached.ts';
import { callsOfObject, methodOfObject } from './fixed-keys.ts';
import { returnsFixed } from './followed-keys.ts';
import { objectsAskedForKeys } from './function-keys.ts';
import { exportedValues, isModuleExports, keysOfFunctions, namesOf } from './function-names.ts';
import { membersOfMade } from './made-objects.ts';
import { callsOf } from './own-functions.ts';
import { memberTargets } from './read-only.ts';
import { isSloppyAt } from './row.ts';
import { tellingUses, thisUses } from './this-uses.ts';

/**
 * What strict mode changes between modules: a sloppy function of this file that another one calls without an object,
 * and properties made here that another file may try to write.
 */
export function sloppyFacts(scan: ScanContext, requires: readonly RequireFact[]): SloppyFacts {
  const values = valuesOf(scan, requires);
  const targets = memberTargets(scan).filter((target) => isSloppyAt(scan, target));
  const deleted = deletedMembers(scan);
  return {
    tellsThis: [...functionsTellingThis(scan)],
    detached: detachedCalls(scan).map(({ key, from }) => ({ key, from })),
    fixedKeys: fixedKeys(scan),
    exportsFunction: exportsFunction(scan, values),
    functionKeys: keysOfFunctions(scan),
    returnsFixed: returnsFixed(scan),
    callbacks: tellingCallbacks(scan, values),
    plainParameters: plainlyCalledParameters(scan),
    resultWrites: targets.flatMap((target) => resultWrite(scan, target, values) ?? []),
    requiredWrites: targets.flatMap((target) => requiredMembers(target, scan, values)),
    requiredDeletes: deleted.flatMap((target) => requiredMembers(target, scan, values).filter(isOfExports)),
    closedNames: closedNames(scan),
    closedKeys: closedKeys(scan),
    writesToMade: membersOfMade(scan, targets),
    lockedKeys: lockedKeys(scan),
    deletesOfMade: membersOfMade(scan, deleted),
    askedForKeys: requiredAmong(objectsAskedForKeys(scan), values),
    frozen: requiredAmong(frozenObjects(scan), values),
  };
}

function deletedMembers(scan: ScanContext): readonly t.MemberExpression[] {
  return deletions(scan).flatMap(({ argument }) => (argument.type === 'MemberExpression' ? [argument] : []));
}

function requiredAmong(nodes: readonly t.Node[], values: Values): readonly RequiredPlace[] {
  return nodes.flatMap((node) =>
    optionsOf(values.of(node)).flatMap((value) =>
      value.kind === 'required' && !value.result ? [placeOf(value, node)] : [],
    ),
  );
}

/** `Object.freeze(object)` */
function frozenObjects(scan: ScanContext): readonly t.Node[] {
  return callsOfObject(scan).flatMap((call) =>
    fixing.has(methodOfObject(scan, call) ?? '') ? (call.arguments[0] ?? []) : [],
  );
}

/** `made.key = 1` with `const made = make();`, where `make` was required. */
function resultWrite(scan: ScanContext, target: t.MemberExpression, values: Values): RequiredPlace | null {
  const { object } = target;
  if (object.type !== 'Identifier') return null;
  const [write, ...more] = scan.scopes.referenceOf(object)?.binding?.writes ?? [];
  const declarator = write && more.length === 0 ? parentOf(write.node) : null;
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  if (init?.type !== 'CallExpression' && init?.type !== 'NewExpression') return null;
  const value = values.of(init);
  return value.kind === 'required' && value.result ? placeOf(value, target) : null;
}

function exportsFunction(scan: ScanContext, values: Values): boolean {
  return wholeExports(scan).some((value) =>
    optionsOf(values.of(value)).some(({ kind }) => kind === 'function'),
  );
}

/** `required.key = 1`, `required.f.name++`; also where a function of the file does it with what it gets. */
function requiredMembers(
  target: t.MemberExpression,
  scan: ScanContext,
  values: Values,
): readonly RequiredMember[] {
  const key = staticKey(target);
  return optionsOf(values.of(target.object))
    .flatMap((value) => (value.kind === 'parameter' ? handedOver(value, scan, values) : value))
    .flatMap((value) =>
      value.kind === 'required' ? [{ ...placeOf(value, target), key, result: value.result }] : [],
    );
}

function isOfExports({ result }: RequiredMember): boolean {
  return !result;
}

/** What calls of a function by its name hand over for a parameter. */
function handedOver(
  { owner, index, path }: Extract<Value, { kind: 'parameter' }>,
  scan: ScanContext,
  values: Values,
): readonly Value[] {
  const calls = isFunction(owner) ? callsOf(scan, owner) : [];
  return calls.flatMap((call) => {
    const argument = call.arguments[index];
    const given = argument
      ? path.reduce((value, key) => values.member(value, key), values.of(argument))
      : own;
    return optionsOf(given);
  });
}

function placeOf({ require, path }: Extract<Value, { kind: 'required' }>, node: t.Node): RequiredPlace {
  return { require, path, range: rangeOf(node) };
}

function* functionsTellingThis(scan: ScanContext): Generator<SloppyFacts['tellsThis'][number]> {
  for (const [owner, uses] of thisUses(scan)) {
    const [use] = tellingUses(owner, uses);
    if (use !== undefined) yield { ...namesOf(scan, owner), range: rangeOf(use) };
  }
}

/** Keys that reject writes: of whatever has a getter or is defined by `defineProperty`; all of what is frozen. */
function fixedKeys(scan: ScanContext): SloppyFacts['fixedKeys'] {
  const exported = exportedValues(scan);
  const keys = new Set<string>();
  for (const call of callsOfObject(scan)) {
    const [object, key] = call.arguments;
    const method = methodOfObject(scan, call) ?? '';
    if (fixing.has(method) && (exported.includes(call) || isExported(object, exported))) return 'all';
    if (method === 'defineProperty' && key?.type === 'StringLiteral') keys.add(key.value);
  }
  if (exported.some(({ type }) => primitive.has(type))) return 'all';
  for (const member of [...nodesOf(scan, 'ObjectMethod'), ...nodesOf(scan, 'ClassMethod')]) {
    if (member.kind === 'get') keys.add(staticKey(member) ?? '');
  }
  return [...keys];
}

const fixing: ReadonlySet<string> = new Set(['freeze', 'preventExtensions', 'seal']);

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

function isExported(object: t.Node | undefined, exported: readonly t.Node[]): boolean {
  if (object === undefined) return false;
  if (object.type !== 'Identifier') return isModuleExports(object);
  const { name } = object;
  return name === 'exports' || exported.some((value) => value.type === 'Identifier' && value.name === name);
}
