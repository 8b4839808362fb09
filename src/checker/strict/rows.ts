import { argumentsAlias } from './arguments-alias.ts';
import { blockFunctions, blockFunctionsTwice, functionClauses } from './block-functions.ts';
import { callee, functionCaller } from './callee.ts';
import { declaredTwice } from './declared-twice.ts';
import { directEval } from './direct-eval.ts';
import { duplicateParameters } from './duplicate-parameters.ts';
import { forInInitialisers } from './for-in-initialisers.ts';
import { htmlComments } from './html-comments.ts';
import { labelledFunctions } from './labels.ts';
import { namesAsTargets } from './names-as-targets.ts';
import { newTarget } from './new-target.ts';
import { octalEscapes, octalNumbers } from './octals.ts';
import { reservedNames } from './reserved-names.ts';
import type { StrictRow } from './row.ts';
import { plainThis } from './this/plain-this.ts';
import { primitiveThis } from './this/primitive-this.ts';
import { undeclared } from './undeclared.ts';
import { withStatements } from './with-statements.ts';
import { deletedFixedProperties, deletedNames } from './writes/deletes.ts';
import { functionKeys } from './writes/function-keys.ts';
import { ownName, readOnlyGlobalNames, readOnlyProperties } from './writes/read-only.ts';

/** Everything that becoming a module changes in sloppy code: ECMA-262 Annex C, Annex B, and the module goal. */
export const strictRows = {
  reservedNames,
  octalNumbers,
  octalEscapes,
  undeclared,
  ownName,
  readOnlyGlobalNames,
  readOnlyProperties,
  namesAsTargets,
  callee,
  argumentsAlias,
  directEval,
  plainThis,
  primitiveThis,
  deletedNames,
  deletedFixedProperties,
  withStatements,
  duplicateParameters,
  functionCaller,
  functionKeys,
  blockFunctions,
  blockFunctionsTwice,
  functionClauses,
  labelledFunctions,
  forInInitialisers,
  htmlComments,
  newTarget,
  declaredTwice,
} as const satisfies Readonly<Record<string, StrictRow>>;

/** The items of ECMA-262 Annex C, "The Strict Mode of ECMAScript", in its order, and the rows that see to them. */
export const annexC: readonly { readonly item: string; readonly rows: readonly StrictRow[] }[] = [
  {
    item: 'implements, interface, let, package, private, protected, public, static, yield',
    rows: [reservedNames],
  },
  { item: 'LegacyOctalIntegerLiteral, NonOctalDecimalIntegerLiteral', rows: [octalNumbers] },
  { item: 'LegacyOctalEscapeSequence, NonOctalDecimalEscapeSequence', rows: [octalEscapes] },
  {
    item: 'assignment to unresolvable references, and to properties that cannot be written',
    rows: [undeclared, ownName, readOnlyGlobalNames, readOnlyProperties],
  },
  { item: 'eval and arguments as targets of assignments and updates', rows: [namesAsTargets] },
  { item: 'arguments.callee', rows: [callee] },
  { item: 'elements of arguments that share their value with parameters', rows: [argumentsAlias] },
  { item: 'the binding of arguments is immutable', rows: [namesAsTargets] },
  { item: 'eval and arguments as BindingIdentifier', rows: [namesAsTargets] },
  { item: 'eval code and the variables of its caller', rows: [directEval] },
  { item: 'this is not coerced to an object', rows: [plainThis, primitiveThis] },
  { item: 'delete of a variable, argument or function name', rows: [deletedNames] },
  { item: 'delete of what cannot be deleted', rows: [deletedFixedProperties] },
  { item: 'with', rows: [withStatements] },
  { item: 'eval and arguments as CatchParameter', rows: [namesAsTargets] },
  { item: 'two parameters of one name', rows: [duplicateParameters] },
  { item: 'caller and arguments of functions', rows: [functionCaller, functionKeys] },
];
