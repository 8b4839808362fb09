import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import type {
  Range,
  RequiredMember,
  RequireFact,
  SloppyFacts,
  TellingPrimitive,
  TellingThis,
} from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { Steps } from '../steps.ts';
import { type Values, valuesOf } from '../timeline/values.ts';
import { wholeExports } from '../timeline/whole-exports.ts';
import { membersFrom } from './exported-members.ts';
import { keysOfFunctions, namesOf } from './function-names.ts';
import { primitiveMembers } from './primitive-members.ts';
import { requiredAmong, requiredMembers, resultWrite } from './required-members.ts';
import { isSloppyAt } from './row.ts';
import { namedParameters, plainlyCalledParameters, positionsOf } from './this/callbacks.ts';
import { functionsTelling } from './this/functions-telling.ts';
import { givenPrimitive } from './this/given-primitive.ts';
import { mendsOfThis } from './this/mended-this.ts';
import { mendsOfObjectThis, objectForOthers, objectThis } from './this/object-this.ts';
import { outwardKeys } from './this/outward-keys.ts';
import { passedOn } from './this/passed-on.ts';
import { plainlyCalled } from './this/plainly-called.ts';
import { parametersGivenPrimitives, primitiveCallbacks } from './this/primitive-callbacks.ts';
import { tellingPrimitive } from './this/primitive-uses.ts';
import { requiredGivenPrimitives } from './this/required-primitives.ts';
import { type PlainOwner, thisUses } from './this/this-uses.ts';
import { deletedMembers, type Member, memberTargets } from './writes/attempts.ts';
import { atRiskBeside, membersAtRisk } from './writes/beside.ts';
import { mayBeOwnFunction } from './writes/callable-values.ts';
import { closedArguments } from './writes/closed-arguments.ts';
import { closedKeys, lockedKeys } from './writes/closed-keys.ts';
import { closedInOthers, closedNames } from './writes/closed-names.ts';
import { closedParameters } from './writes/closed-parameters.ts';
import { closedMembers } from './writes/closed-values.ts';
import { membersOfExported } from './writes/exported-objects.ts';
import { exportsPrimitive, fixedKeys, frozenObjects } from './writes/fixed-exports.ts';
import { handsOutFunctions } from './writes/followed-keys.ts';
import { objectsAskedForKeys } from './writes/function-keys.ts';
import { writtenAfterHanding } from './writes/handed-objects.ts';
import { fixedInResults } from './writes/keys-in-the-end.ts';
import { membersOfMade } from './writes/made-objects.ts';
import { silentAttempts } from './writes/silent.ts';
import { writtenParameters } from './writes/written-parameters.ts';

/**
 * What strict mode changes between modules: a sloppy function of this file that another one calls without an object,
 * and properties made here that another file may try to write.
 */
export function* sloppyFacts(scan: ScanContext, requires: readonly RequireFact[]): Steps<SloppyFacts> {
  yield;
  const values = valuesOf(scan, requires);
  const targets = memberTargets(scan).filter((target) => isSloppyAt(scan, target));
  const deleted = deletedMembers(scan);
  const requiredWrites = targets.flatMap((target) => requiredMembers(target, scan, values));
  const requiredDeletes = deleted.flatMap((target) =>
    requiredMembers(target, scan, values).filter(isOfExports),
  );
  const writesToMade = membersOfMade(scan, targets);
  const deletesOfMade = membersOfMade(scan, deleted);
  const handedObjects = [
    ...writtenAfterHanding(scan, targets, 'strict-read-only', values),
    ...writtenAfterHanding(scan, deleted, 'strict-delete', values),
  ];
  const exportedMembers = [
    ...membersOfExported(scan, targets, 'strict-read-only'),
    ...membersOfExported(scan, deleted, 'strict-delete'),
  ];
  const written = writtenParameters(scan, targets);
  const suspects = new Set(
    [requiredWrites, requiredDeletes, exportedMembers, writesToMade, deletesOfMade, handedObjects].flatMap(
      placesOf,
    ),
  );
  const membersAt = (places: ReadonlySet<number>): readonly Member[] =>
    [...targets, ...deleted].filter(({ start }) => places.has(start!));
  const beside = suspects.size > 0 ? membersAtRisk(scan) : [];
  const tried = new Set([...membersAt(new Set([...suspects, ...placesOf(written)])), ...beside]);
  yield;
  const tellsThis = tellingThis(scan, values);
  const detached = plainlyCalled(scan).members;
  const passed = passedOn(scan, values);
  const fixed = fixedKeys(scan);
  const isPrimitive = exportsPrimitive(scan);
  const isFunction = exportsFunction(scan, values);
  const functionKeys = keysOfFunctions(scan);
  const fixedResults = fixedInResults(scan);
  const handsOut = handsOutFunctions(scan);
  yield;
  const tellsPrimitive = [...functionsTellingPrimitive(scan)];
  const callbacks = primitiveCallbacks(scan, values);
  const calledParameters = namedParameters(scan, [
    ...plainlyCalledParameters(scan),
    ...parametersGivenPrimitives(scan),
  ]);
  const givenPrimitives = requiredGivenPrimitives(scan, values);
  const fromRequired = membersFrom(scan, values);
  const ofPrimitives = primitiveMembers(scan);
  yield;
  const resultWrites = targets.flatMap((target) => resultWrite(scan, target, values) ?? []);
  const names = closedNames(scan);
  const inOthers = closedInOthers(scan);
  const keys = closedKeys(scan);
  const locked = lockedKeys(scan);
  const parameters = closedParameters(scan);
  yield;
  const given = closedArguments(scan, values);
  return {
    tellsThis,
    detached,
    passedOn: passed,
    fixedKeys: fixed,
    exportsPrimitive: isPrimitive,
    exportsFunction: isFunction,
    functionKeys,
    fixedInResults: fixedResults,
    handsOutFunctions: handsOut,
    tellsPrimitive,
    callbacks,
    calledParameters,
    givenPrimitives,
    membersFrom: fromRequired,
    primitiveMembers: ofPrimitives,
    resultWrites,
    requiredWrites,
    requiredDeletes,
    exportedMembers,
    closedNames: names,
    closedInOthers: inOthers,
    closedKeys: keys,
    writesToMade,
    lockedKeys: locked,
    deletesOfMade,
    closedParameters: parameters,
    handedObjects,
    writtenParameters: written,
    closedArguments: given.closedArguments,
    passedParameters: given.passedParameters,
    closedMembers: closedMembers(scan),
    silentAttempts: [...tried].flatMap((member) => silentAttempts(scan, [member]) ?? []),
    atRisk: suspects.size > 0 ? atRiskBeside(scan, membersAt(suspects)) : [],
    askedForKeys: requiredAmong(objectsAskedForKeys(scan), values),
    frozen: requiredAmong(frozenObjects(scan), values),
  };
}

function placesOf(members: readonly { readonly range: Range }[]): readonly number[] {
  return members.map(({ range: [start] }) => start);
}

function exportsFunction(scan: ScanContext, values: Values): boolean {
  return wholeExports(scan).some((value) => mayBeOwnFunction(scan, values, value));
}

function isOfExports({ result }: RequiredMember): boolean {
  return !result;
}

/** Those that go by a name outside. */
function* functionsTellingPrimitive(scan: ScanContext): Generator<TellingPrimitive> {
  for (const [owner, uses] of thisUses(scan)) {
    const use = tellingPrimitive(scan, uses);
    if (use === undefined) continue;
    const { keys, isExports } = namesOf(scan, owner);
    if (keys.length > 0 || isExports)
      yield { keys, isExports, range: rangeOf(use), object: objectForOthers(scan, owner, uses) };
  }
}

/** Those that the file does not call without an object itself. */
function tellingThis(scan: ScanContext, values: Values): readonly TellingThis[] {
  const telling = functionsTelling(scan).filter(({ calls }) => calls === 'unknown');
  const outward = outwardKeys(
    scan,
    telling.map(({ owner }) => owner),
  );
  return telling.flatMap(({ owner, uses }, index): TellingThis[] => {
    const { keys, isExports, handedTo } = outward[index]!;
    const positions = positionsOf(handedTo, values);
    if (keys.size === 0 && !isExports && positions.length === 0) return [];
    return [
      {
        keys: [...keys],
        isExports,
        handedTo: positions,
        range: rangeOf(uses[0]!),
        mends: mendsWithoutObject(scan, owner, uses),
      },
    ];
  });
}

/** What a function has in plain calls, and in those on a primitive value if the file makes such. */
function mendsWithoutObject(
  scan: ScanContext,
  owner: PlainOwner,
  uses: readonly t.ThisExpression[],
): TellingThis['mends'] {
  const given = givenPrimitive(scan).get(owner);
  if (given === undefined) return mendsOfThis(scan, uses);
  const object = objectThis(scan, owner, given.uses, true);
  return object && mendsOfObjectThis(object);
}
