import { argumentsAlias } from './arguments-alias.ts';
import { blockFunctions, blockFunctionsTwice, functionClauses } from './block-functions.ts';
import { callee, functionCaller } from './callee.ts';
import { declaredTwice } from './declared-twice.ts';
import { deletedFixedProperties, deletedNames } from './deletes.ts';
import { directEval } from './direct-eval.ts';
import { duplicateParameters } from './duplicate-parameters.ts';
import { forInInitialisers } from './for-in-initialisers.ts';
import { functionKeys } from './function-keys.ts';
import { htmlComments } from './html-comments.ts';
import { labelledFunctions } from './labels.ts';
import { namesAsTargets } from './names-as-targets.ts';
import { newTarget } from './new-target.ts';
import { octalEscapes, octalNumbers } from './octals.ts';
import { plainThis } from './plain-this.ts';
import { primitiveThis } from './primitive-this.ts';
import { ownName, readOnlyGlobalNames, readOnlyProperties } from './read-only.ts';
import { reservedNames } from './reserved-names.ts';
import type { StrictRow } from './row.ts';
import { testedThis } from './this-tests.ts';
import { undeclared } from './undeclared.ts';
import { withStatements } from './with-statements.ts';

/**
 * ECMA-262 Annex C, "The Strict Mode of ECMAScript", in its order; then what Annex B gives to sloppy code only, and
 * what the module goal forbids.
 */
export const strictRows: readonly StrictRow[] = [
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
  testedThis,
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
];
