import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { Mend, Range, SilentAttempt } from '../../facts.ts';
import { isFreeName } from '../../free-names.ts';
import { rangeOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { isNeverBound } from '../free-names.ts';
import { certainArguments, declaredFunction, valuesOf } from '../own-functions.ts';
import { isSloppyAt, type StrictReport } from '../row.ts';
import { isSurelyArray } from '../this/plain-callbacks.ts';
import { deletions, memberTargets } from './attempts.ts';
import { exportsName } from './fixed-keys.ts';
import { isPlainlyOpen } from './plainly-open.ts';

/**
 * All sloppy writes to members, and deletions of them, that may be rejected where one of the file is: what that shows of an
 * object may hold of others, but for such as the file plainly keeps open.
 */
const membersAtRisk = perScan((scan): readonly t.MemberExpression[] => {
  const deleted = deletions(scan).flatMap(({ argument }) =>
    argument.type === 'MemberExpression' && isSurelyObject(scan, argument.object) ? [argument] : [],
  );
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

/** How these members are written, or deleted, so that it goes on where they are rejected; null where not all can be. */
export function silentAttempts(
  scan: ScanContext,
  members: Iterable<t.MemberExpression>,
): readonly SilentAttempt[] | null {
  const attempts = [...members].map((member) =>
    isOfExports(scan, member) ? null : silentAttempt(scan, member),
  );
  return attempts.every((attempt) => attempt !== null) ? attempts : null;
}

/** The same of all that may be rejected where some are. */
export function attemptsBeside(
  scan: ScanContext,
  rejected: readonly t.MemberExpression[],
): readonly SilentAttempt[] | null {
  return silentAttempts(scan, new Set([...rejected, ...membersAtRisk(scan)]));
}

/** `exports.key`, `module.exports`, `module.exports.key` */
export function isOfExports(scan: ScanContext, { object }: t.MemberExpression): boolean {
  return isFreeName(object, 'module', scan.scopes) || exportsName(scan, object) !== null;
}

/**
 * `object.key = value;` -> `Reflect.set(object, 'key', value);`, `delete object.key` -> `Reflect.deleteProperty(object, 'key')`
 *
 * These do what sloppy code does: where the object rejects it, nothing happens (ECMA-262 §28.1.13 Reflect.set and §28.1.4
 * Reflect.deleteProperty tell so, where §6.2.5.6 PutValue and §13.5.1.2 throw in strict code).
 *
 * @returns null where the value of the assignment is used, the object may be a primitive value, or comments are in between
 */
function silentAttempt(scan: ScanContext, member: t.MemberExpression): SilentAttempt | null {
  const attempt = parentOf(member)!;
  if (member.object.type === 'Super' || mayBePrimitive(scan, member.object)) return null;
  if (!isNeverBound(scan, 'Reflect')) return null;
  if (attempt.type === 'UnaryExpression') return deletion(scan, member, attempt);
  const isPlain =
    attempt.type === 'AssignmentExpression' && attempt.operator === '=' && attempt.left === member;
  return isPlain && isUnused(scan, attempt) ? assignment(scan, member, attempt) : null;
}

function assignment(
  scan: ScanContext,
  member: t.MemberExpression,
  { start, end }: t.AssignmentExpression,
): SilentAttempt | null {
  const operator = /^\s*=/.exec(scan.source.slice(member.end!));
  const key = keyIn(scan, member);
  if (key === null || operator === null) return null;
  const { gaps, text } = key;
  const [from, to] = gaps.at(-1)!;
  return {
    range: rangeOf(member),
    head: [start!, start!],
    method: 'set',
    gaps: [...gaps.slice(0, -1), [from, to + operator[0].length]],
    key: text,
    end: end!,
  };
}

function deletion(
  scan: ScanContext,
  member: t.MemberExpression,
  { start, end }: t.UnaryExpression,
): SilentAttempt | null {
  const key = keyIn(scan, member);
  const isBare = end === member.end && /^delete\s+$/.test(scan.source.slice(start!, member.start!));
  if (key === null || !isBare) return null;
  const { gaps, text } = key;
  return {
    range: rangeOf(member),
    head: [start!, member.start!],
    method: 'deleteProperty',
    gaps,
    key: text,
    end: end!,
  };
}

/** What stands around the key: `.key`, or `[` and `]`. */
function keyIn(
  { source }: ScanContext,
  member: t.MemberExpression,
): { readonly gaps: readonly Range[]; readonly text: string | null } | null {
  const { object, property, computed, end } = member;
  if (property.type === 'PrivateName') return null;
  const before = source.slice(object.end!, property.start!);
  const shape = (computed ? /^([\s)]*)\[[\s(]*$/ : /^([\s)]*)\.\s*$/).exec(before);
  if (shape === null || !/^[\s)]*\]?$/.test(source.slice(property.end!, end!))) return null;
  const from = object.end! + shape[1]!.length;
  const text = staticKey(member);
  if (text !== null) return { gaps: [[from, end!]], text };
  const opening: Range = [from, from + 1];
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
function mayBePrimitive(scan: ScanContext, object: t.Node): boolean {
  if (primitive.has(object.type) || exportsName(scan, object) !== null) return true;
  if (object.type === 'CallExpression') return isFreeName(object.callee, 'Symbol', scan.scopes);
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding) return false;
  const values = binding.kind === 'parameter' ? certainArguments(scan, binding, object) : valuesOf(binding);
  return values.some((value) => mayBePrimitive(scan, value));
}

const primitive: ReadonlySet<string> = new Set([
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'NullLiteral',
  'NumericLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

/** The replacements that make it one which tells whether it worked. */
export function mendsOfAttempt({
  range,
  head,
  method,
  gaps,
  key,
  end,
}: SilentAttempt): readonly MendOfAttempt[] {
  const within: Range = [gaps[0]![0], range[1]];
  const separator = method === 'set' ? ',' : '';
  const texts = key === null ? [', ', separator] : [`, ${quoted(key)}${separator}`];
  return [
    { range: head, text: `Reflect.${method}(` },
    ...gaps.map((range, index) => ({ range, text: texts[index]! })),
    { range: [end, end] as const, text: ')' },
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
