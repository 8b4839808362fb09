import { isBuiltin } from 'node:module';
import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { RequiredPlace, RequireFact } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { requiredValues } from '../strict/required-members.ts';
import { valuesOf } from '../timeline/values.ts';
import { isTextOf } from './function-text.ts';

/** Required values that become texts: `(${lib.job})()`, `String(lib.job)`. Those of functions are their sources. */
export function textsTaken(scan: ScanContext, requires: readonly RequireFact[]): readonly RequiredPlace[] {
  const ofOthers = new Set(
    requires.flatMap(({ specifier }, index) => (isBuiltin(specifier ?? '') ? [] : [index])),
  );
  if (ofOthers.size === 0) return [];
  const values = valuesOf(scan, requires);
  return [...mayBecomeTexts(scan)]
    .filter((node) => denotes.has(node.type) && isTextOf(node, parentOf(node)!))
    .flatMap((node) => requiredValues(node, scan, values).filter(({ require }) => ofOthers.has(require)));
}

/** Expressions that may denote what somebody else has made. */
const denotes: ReadonlySet<t.Node['type']> = new Set(['CallExpression', 'Identifier', 'MemberExpression']);

function* mayBecomeTexts(scan: ScanContext): Generator<t.Node> {
  for (const { expressions } of nodesOf(scan, 'TemplateLiteral')) yield* expressions;
  for (const { operator, left, right } of nodesOf(scan, 'BinaryExpression'))
    if (operator === '+') yield* [left, right];
  for (const { operator, right } of nodesOf(scan, 'AssignmentExpression')) if (operator === '+=') yield right;
  for (const { object } of membersByKey(scan).of('toString')) yield object;
  for (const {
    arguments: [value],
  } of callsByName(scan).ofAny(converters))
    if (value) yield value;
}

const converters: ReadonlySet<string> = new Set(['String', 'call']);
