import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { hasPrimitiveValue } from '../../../syntax/kinds.ts';
import { isInOptionalChain } from '../../../syntax/optional-chain.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { assignmentsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import type { Mend, Range, SilentAttempt } from '../../facts.ts';
import { isFreeName } from '../../free-names.ts';
import { rangeOf, textOf } from '../../nodes.ts';
import { functionAround } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { isNeverBound } from '../free-names.ts';
import { endOfChain } from '../function-names.ts';
import { certainArguments, valuesOf } from '../own-functions.ts';
import { isRequiredName } from '../required-names.ts';
import { isReservedName } from '../reserved-names.ts';
import type { StrictReport } from '../row.ts';
import { isSurelyArray } from '../this/plain-callbacks.ts';
import type { Member } from './attempts.ts';
import { exportsName } from './fixed-keys.ts';
import { holdsPrimitive } from './held-primitives.ts';

/** How these members are written, or deleted, so that it goes on where they are rejected; null where not all can be. */
export function silentAttempts(
  scan: ScanContext,
  members: Iterable<Member>,
): readonly SilentAttempt[] | null {
  const attempts = [...members].map((member) =>
    isExported(scan, member) ? null : silentAttempt(scan, member),
  );
  return attempts.every((attempt) => attempt !== null) ? attempts : null;
}

/** `exports.key = 1`, which may become an `export`. */
function isExported(scan: ScanContext, member: Member): boolean {
  return staticKey(member) !== null && isOfExports(scan, member);
}

/** `exports.key`, `module.exports`, `module.exports.key` */
export function isOfExports(scan: ScanContext, { object }: Member): boolean {
  return isFreeName(object, 'module', scan.scopes) || exportsName(scan, object) !== null;
}

/**
 * `object.key = value;` -> `Reflect.set(object, 'key', value);`, `delete object.key` -> `Reflect.deleteProperty(object, 'key')`
 *
 * These do what sloppy code does: where the object rejects it, nothing happens (ECMA-262 §28.1.13 Reflect.set and §28.1.4
 * Reflect.deleteProperty tell so, where §6.2.5.6 PutValue and §13.5.1.2 throw in strict code).
 *
 * A value that is used is named again: `x = object.key = value` -> `x = (Reflect.set(object, 'key', value), value)`; and what is
 * read before it is written: `object.key += value` -> `Reflect.set(object, 'key', object.key + (value))`.
 *
 * @returns null where that is no plain name or literal, the object may be a primitive value, or comments are in between
 */
function silentAttempt(scan: ScanContext, member: Member): SilentAttempt | null {
  const attempt = parentOf(member)!;
  if (member.object.type === 'Super' || mayBePrimitive(scan, member.object)) return null;
  if (!isNeverBound(scan, 'Reflect')) return null;
  if (attempt.type === 'UnaryExpression') return deletion(scan, member, attempt);
  if (member.type !== 'MemberExpression') return null;
  if (attempt.type !== 'AssignmentExpression' || attempt.left !== member) return null;
  const operand = attempt.operator === '=' ? '' : firstOperand(scan, member, attempt);
  return operand === null ? null : assignment(scan, member, attempt, operand);
}

/** `object.key + (` of `object.key += value`, where nobody gets the value; null where it cannot be read apart from the write. */
function firstOperand(
  scan: ScanContext,
  member: t.MemberExpression,
  attempt: t.AssignmentExpression,
): string | null {
  const operator = attempt.operator.slice(0, -1);
  const names =
    member.computed && staticKey(member) === null ? [member.object, member.property] : [member.object];
  const isNamed = names.every((name) => name.type === 'Identifier' && isSteady(scan, name));
  if (!isNamed || logical.has(operator) || !isUnused(scan, attempt)) return null;
  return `${textOf(scan, member)} ${operator} ${whole.has(attempt.right.type) ? '' : '('}`;
}

const logical: ReadonlySet<string> = new Set(['&&', '||', '??']);
/** What stays one operand behind any operator. */
const whole = wordsOf(
  'CallExpression Identifier MemberExpression NumericLiteral StringLiteral TemplateLiteral',
);

function assignment(
  scan: ScanContext,
  member: t.MemberExpression,
  attempt: t.AssignmentExpression,
  operand: string,
): SilentAttempt | null {
  const { start, end, right } = attempt;
  const operator = (operand === '' ? /^\s*=/ : /^\s*\W{1,3}=\s*/).exec(scan.source.slice(member.end!));
  const key = keyIn(scan, member);
  const value = isUnused(scan, attempt) ? '' : textAgain(scan, right);
  if (key === null || operator === null || value === null) return null;
  const { gaps, text } = key;
  const [from, to] = gaps.at(-1)!;
  return {
    range: rangeOf(member),
    head: [start!, start!],
    method: 'set',
    gaps: [...gaps.slice(0, -1), [from, to + operator[0].length]],
    key: text,
    operand,
    end: end!,
    value,
  };
}

/** The value of an assignment, or of a chain of them, once more; null where that may be another one then. */
function textAgain(scan: ScanContext, assigned: t.Node): string | null {
  const value = endOfChain(assigned);
  const isSame = literal.has(value.type) || (value.type === 'Identifier' && isSteady(scan, value));
  return isSame ? textOf(scan, value) : null;
}

const literal = wordsOf('BooleanLiteral NullLiteral NumericLiteral StringLiteral');

/**
 * Whether a name goes on meaning the same: each call of a function has variables of its own (§10.2.11), that only functions
 * in it may write to. Others may get another name, or become an import.
 */
function isSteady(scan: ScanContext, name: t.Identifier): boolean {
  const reference = scan.scopes.referenceOf(name);
  if (!reference?.binding) return reference?.binding === null && name.name === 'undefined';
  const { kind, scope, declarations, writes } = reference.binding;
  if (kind === 'arguments') return !reference.dynamic && writes.length === 0;
  const home = functionAround(declarations[0]!);
  return (
    !reference.dynamic &&
    scope !== scan.scopes.program &&
    !isReservedName(name.name) &&
    !isRequiredName(scan, name) &&
    writes.every(({ node }) => functionAround(node) === home)
  );
}

function deletion(
  scan: ScanContext,
  member: Member,
  { start, end }: t.UnaryExpression,
): SilentAttempt | null {
  const key = goesOnFromNothing(member) ? null : keyIn(scan, member);
  const isBare = end === member.end && /^delete\s+$/.test(scan.source.slice(start!, member.start!));
  if (key === null || !isBare) return null;
  const { gaps, text } = key;
  return {
    range: rangeOf(member),
    head: [start!, member.start!],
    method: member.optional === true ? 'deleteFromAny' : 'deleteProperty',
    gaps,
    key: text,
    operand: '',
    end: end!,
    value: '',
  };
}

/** `delete object?.inner.key`, which is none where there is no object. */
function goesOnFromNothing(member: Member): boolean {
  return isInOptionalChain(member) && !member.optional;
}

/** What stands around the key: `.key`, or `[` and `]`. */
function keyIn(
  { source }: ScanContext,
  member: Member,
): { readonly gaps: readonly Range[]; readonly text: string | null } | null {
  const { object, property, computed, end } = member;
  if (property.type === 'PrivateName') return null;
  const before = source.slice(object.end!, property.start!);
  const shape = (computed ? /^([\s)]*)(?:\?\.)?\[[\s(]*$/ : /^([\s)]*)\??\.\s*$/).exec(before);
  if (shape === null || !/^[\s)]*\]?$/.test(source.slice(property.end!, end!))) return null;
  const from = object.end! + shape[1]!.length;
  const text = staticKey(member);
  if (text !== null) return { gaps: [[from, end!]], text };
  const opening: Range = [from, source.indexOf('[', from) + 1];
  return { gaps: [opening, [end! - 1, end!]], text };
}

/** Whether nobody gets the value of an expression. */
function isUnused(scan: ScanContext, node: t.Node): boolean {
  const parent = parentOf(node)!;
  switch (parent.type) {
    case 'ExpressionStatement':
      return true;
    case 'ForStatement':
      return node !== parent.test;
    case 'SequenceExpression':
      return node !== parent.expressions.at(-1) || isUnused(scan, parent);
    case 'LogicalExpression':
      return node === parent.right && isUnused(scan, parent);
    case 'ConditionalExpression':
      return node !== parent.test && isUnused(scan, parent);
    case 'ArrowFunctionExpression':
      return node === parent.body && isVisitor(scan, parent);
    default:
      return false;
  }
}

/** `list.forEach((key) => …)`, which makes nothing of what that gives (§23.1.3.15). */
function isVisitor(scan: ScanContext, fn: t.ArrowFunctionExpression): boolean {
  const call = parentOf(fn);
  return (
    !fn.async &&
    call?.type === 'CallExpression' &&
    call.arguments[0] === fn &&
    call.callee.type === 'MemberExpression' &&
    staticKey(call.callee) === 'forEach' &&
    isSurelyArray(scan, call.callee.object)
  );
}

/** As far as the file shows: `Reflect` takes objects only. */
function mayBePrimitive(scan: ScanContext, object: t.Node, seen: ReadonlySet<Binding> = new Set()): boolean {
  if (hasPrimitiveValue(object)) return true;
  if (exportsName(scan, object) !== null) return exportsPrimitive(scan);
  if (object.type === 'CallExpression') return isFreeName(object.callee, 'Symbol', scan.scopes);
  if (holdsPrimitive(scan, object)) return true;
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding || seen.has(binding)) return false;
  const values = binding.kind === 'parameter' ? certainArguments(scan, binding, object) : valuesOf(binding);
  const behind = new Set(seen).add(binding);
  return values.some((value) => mayBePrimitive(scan, value, behind));
}

/** `module.exports = 0`, also by a variable */
const exportsPrimitive = perScan((scan) =>
  assignmentsByName(scan)
    .of('exports')
    .map(({ right }) => endOfChain(right))
    .flatMap((value) => {
      const binding = value.type === 'Identifier' ? scan.scopes.referenceOf(value)?.binding : null;
      return binding ? valuesOf(binding) : [value];
    })
    .some(hasPrimitiveValue),
);

/** The replacements that make it one which tells whether it worked. */
export function mendsOfAttempt({
  range,
  head,
  method,
  gaps,
  key,
  operand,
  end,
  value,
}: SilentAttempt): readonly MendOfAttempt[] {
  const within: Range = [gaps[0]![0], range[1]];
  const separator = method === 'set' ? `,${operand === '' ? '' : ` ${operand}`}` : '';
  const closed = operand.endsWith('(') ? '))' : ')';
  const before = method === 'deleteFromAny' ? ' ?? {}, ' : ', ';
  const texts = key === null ? [before, separator] : [`${before}${quoted(key)}${separator}`];
  const call = `Reflect.${method === 'set' ? 'set' : 'deleteProperty'}(`;
  return [
    { range: head, text: value === '' ? call : `(${call}` },
    ...gaps.map((range, index) => ({ range, text: texts[index]! })),
    { range: [end, end] as const, text: value === '' ? closed : `${closed}, ${value})` },
  ].map((mend) => ({ ...mend, within, code: 'strict-silent-attempt' }));
}

type MendOfAttempt = Mend & { readonly code: 'strict-silent-attempt' };

/** @returns whether all of them go on */
export function mendAttempts(report: StrictReport, attempts: readonly SilentAttempt[] | null): boolean {
  for (const { code, range, text, within } of attempts?.flatMap(mendsOfAttempt) ?? [])
    report.mend(code, range, text, within);
  return attempts !== null;
}

function quoted(key: string): string {
  return `'${JSON.stringify(key).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
