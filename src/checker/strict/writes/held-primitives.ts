import type * as t from '@babel/types';
import type { Binding } from '../../../syntax/scope.ts';
import { contains, parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { originsOf } from '../../origins/origins.ts';
import { functionAround } from '../../owner.ts';
import { valueGiven } from '../../writes.ts';
import { givenToExports } from '../function-names.ts';
import { wrapperOf } from '../this/primitives.ts';
import { choicesIn } from './chosen-values.ts';
import { exportsName, mayComeBefore } from './fixed-keys.ts';

/**
 * `let text; text = 'a'; text.size = 1`: whether all that a variable may hold where it is used are primitive values. Where
 * it may hold an object as well, it mostly does where something is written to it.
 */
export function holdsPrimitive(scan: ScanContext, object: t.Node): boolean {
  if (exportsName(scan, object) === 'module.exports')
    return givenToExports(scan).some((value) => holdsPrimitive(scan, value));
  if (object.type !== 'Identifier') return false;
  const binding = scan.scopes.referenceOf(object)?.binding;
  if (!binding) return isFreePrimitive(scan, object);
  if (!variables.has(binding.kind)) return false;
  const given = valuesAt(binding, object);
  return given.length > 0 && given.every((value) => value !== null && isPrimitive(scan, value));
}

/** `__filename`, `NaN` */
function isFreePrimitive(scan: ScanContext, name: t.Node): boolean {
  return (
    name.type === 'Identifier' && !scan.scopes.referenceOf(name)?.binding && wrapperOf(scan, name) !== null
  );
}

function isPrimitive(scan: ScanContext, value: t.Node): boolean {
  if (isFreePrimitive(scan, value)) return true;
  if (!choicesIn(value).every((each) => wrapperOf(scan, each) !== null)) return false;
  const origins = [...originsOf(scan, value)];
  return origins.length > 0 && origins.every(({ kind }) => kind === 'primitive');
}

/** What a variable may have got by then, but for what surely was written over. Null: something unknown. */
function valuesAt({ writes }: Binding, use: t.Node): readonly (t.Node | null)[] {
  const before = writes.map(({ node }) => node).filter((write) => mayComeBefore(write, use));
  const last = before.findLast((write) => isOnWayTo(use, write));
  const isGone = (write: t.Node): boolean =>
    last !== undefined && write.start! < last.start! && functionAround(write) === functionAround(last);
  return before.filter((write) => !isGone(write)).map(valueGiven);
}

/** Whether control comes to a place only by way of a write: one that is a statement of its own, in a block around the place. */
function isOnWayTo(use: t.Node, write: t.Node): boolean {
  const statement = parentOf(parentOf(write)!);
  const isWhole = statement?.type === 'ExpressionStatement' || statement?.type === 'VariableDeclaration';
  const block = isWhole ? parentOf(statement) : null;
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return false;
  return (
    statement!.end! <= use.start! && contains(block, use) && functionAround(write) === functionAround(use)
  );
}

const variables: ReadonlySet<string> = new Set(['const', 'let', 'var']);
