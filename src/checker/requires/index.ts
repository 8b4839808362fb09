import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { declaratorFact } from '../declarator.ts';
import { compareMoments } from '../exports/moment.ts';
import { placesOf } from '../exports/places.ts';
import type { InteropHelper, RequireAlias, RequireFact } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { interopCall, interopHelpers } from '../transpiled/interop.ts';
import { isDroppable, type RequireVariable, variableHolding } from './aliases.ts';
import { callOf, isMemberOf, type RequireCall, wrapperCalls } from './calls.ts';
import { createRequireCalls, isForThisFile } from './create-require.ts';
import { formOf } from './form.ts';
import { replacedRequire } from './replaced.ts';
import type { RequireScan } from './require-scan.ts';
import { foldString } from './specifier.ts';
import { surroundingsOf } from './surroundings.ts';
import { valueUses } from './value-uses.ts';

export interface RequiresPart {
  readonly requires: readonly RequireFact[];
  readonly requireAliases: readonly RequireAlias[];
  readonly interopHelpers: readonly InteropHelper[];
  /** Calls of a `require` that was made for another place, and such a function that goes where nobody follows it. */
  readonly elsewhere: readonly t.Node[];
  readonly findings: readonly Finding[];
}

/** Every call that loads a module through a `require` function, in the order of evaluation. */
export function requireFacts(context: ScanContext): RequiresPart {
  const places = placesOf(context);
  const scan: RequireScan = { context, places, uses: valueUses(context) };
  const variables = wrapperVariables(scan);
  const known = [...wrapperCalls(context), ...variables.flatMap(({ calls }) => calls)];
  const made = createRequireCalls(context, known);
  const own = made.filter((call) => isForThisFile(call, context.scopes));
  const created = own.flatMap((value) => callsOf(value, scan) ?? []);
  const calls = [...known, ...created].sort((a, b) =>
    compareMoments(places.start(a.call), places.start(b.call)),
  );
  const indexOf = new Map(calls.map(({ call }, index) => [call, index]));
  return {
    requires: calls.map((call) => requireFact(call, scan)),
    requireAliases: variables.filter(isDroppable).map((variable) => ({
      declarator: declaratorFact(context, variable.declarator),
      requires: variable.calls.map(({ call }) => indexOf.get(call)!),
    })),
    interopHelpers: interopHelpersOf(context, calls),
    elsewhere: made.filter((call) => !own.includes(call)).flatMap((value) => callsElsewhere(value, scan)),
    findings: replacedRequire(context),
  };
}

function wrapperVariables({ context: { scopes }, places }: RequireScan): readonly RequireVariable[] {
  const references = scopes.free.get('require') ?? [];
  return references
    .map(({ node }) => variableHolding(node, 'alias', scopes, places))
    .filter((variable) => variable !== null);
}

/** `createRequire(import.meta.url)('x')`, and by way of a variable; null where the function goes elsewhere. */
function callsOf(made: t.Node, { context, places }: RequireScan): readonly RequireCall[] | null {
  const call = callOf(made);
  if (call !== null) return [{ call, via: 'createRequire' }];
  return variableHolding(made, 'createRequire', context.scopes, places)?.calls ?? null;
}

function callsElsewhere(made: t.Node, scan: RequireScan): readonly t.Node[] {
  // `createRequire(base).resolve('x')` loads nothing.
  if (isMemberOf(parentOf(made), made)) return [];
  return callsOf(made, scan)?.map(({ call }) => call) ?? [made];
}

function requireFact({ call, via }: RequireCall, scan: RequireScan): RequireFact {
  const [argument, ...others] = call.arguments;
  const { deferred, conditional, loop } = scan.places.of(call);
  const { guarded, asyncFunction, statement } = surroundingsOf(call, scan.places);
  return {
    specifier: argument === undefined ? null : foldString(argument),
    argument: argument === undefined ? [call.end! - 1, call.end! - 1] : rangeOf(argument),
    call: rangeOf(call),
    extraArguments: others.some((other) => !withoutEffect.has(other.type)),
    via,
    repeated: loop !== null,
    placement: deferred ? 'deferred' : conditional ? 'conditional' : 'top',
    guarded,
    asyncFunction,
    statement: rangeOf(statement),
    form: formOf(call, scan),
    interop: interopOf(call, scan),
  };
}

/** The helpers that nothing calls but on a `require`. */
function interopHelpersOf(context: ScanContext, calls: readonly RequireCall[]): readonly InteropHelper[] {
  const around = new Map<t.Node | null, number>(
    calls.map(({ call }, index) => [interopCall(context, call)?.call ?? null, index]),
  );
  return interopHelpers(context).flatMap(({ statement, binding }) => {
    const outside = binding.references.filter(
      ({ node, access }) =>
        access === 'read' && !(statement.start! <= node.start! && node.end! <= statement.end!),
    );
    const requires = outside.map(({ node }) => around.get(parentOf(node)));
    return requires.every((index) => index !== undefined)
      ? [{ statement: rangeOf(statement), requires }]
      : [];
  });
}

function interopOf(call: t.Node, scan: RequireScan): RequireFact['interop'] {
  const around = interopCall(scan.context, call);
  if (around === null) return null;
  const { call: outer, copies } = around;
  return { call: rangeOf(outer), form: formOf(outer, scan), copies };
}

const withoutEffect: ReadonlySet<t.Node['type']> = new Set<t.Node['type']>([
  'ArrowFunctionExpression',
  'BooleanLiteral',
  'FunctionExpression',
  'NullLiteral',
  'NumericLiteral',
  'StringLiteral',
]);
