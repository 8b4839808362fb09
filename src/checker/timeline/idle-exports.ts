import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Reference } from '../../syntax/scope.ts';
import { eachChild, parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { ExportsFacts, IdleFact } from '../facts.ts';
import { assignedByKey } from './assigned.ts';
import type { LoadEvent } from './event.ts';
import { languageGlobals } from './known-globals.ts';
import type { Summaries } from './summaries.ts';
import { optionsOf, type Value } from './value.ts';
import { wholeExports } from './whole-exports.ts';

/** More functions than these are not looked through: who exports so many is seldom called while others load. */
const MOST = 40;

/**
 * The exported functions that do nothing beyond their result, which depends on nothing but what they are given: whenever
 * they are called, and however often, comes to the same.
 *
 * ```js
 * module.exports = function tester(name) { return (value) => typeof value === name; };
 * ```
 */
export function idleExports(
  scan: ScanContext,
  summaries: Summaries,
  { shape, keys, literal }: ExportsFacts,
): readonly IdleFact[] {
  const named = shape === 'named' ? keys.map(({ key }) => key) : (literal ?? []).map(({ key }) => key);
  const exported: readonly (readonly [string | null, readonly (t.Node | null)[]])[] = [
    [null, wholeExports(scan)],
    ...named.map((key) => [key, putUnder(scan, key)] as const),
  ];
  if (exported.length > MOST) return none;
  return exported.flatMap(([key, values]): readonly IdleFact[] => {
    const looks = values.map((value) => looksOf(scan, summaries, value));
    return looks.length > 0 && looks.every(isKnown) ? [{ key, looksAt: allOf(looks) }] : none;
  });
}

const none: readonly never[] = [];

type Looks = IdleFact['looksAt'];

function isKnown(looks: Looks | undefined): looks is Looks {
  return looks !== undefined;
}

function allOf(looks: readonly Looks[]): Looks {
  return looks.includes(null) ? null : [...new Set(looks.flatMap((indices) => indices ?? []))];
}

/** Null where it is not known what it may be. */
function putUnder(scan: ScanContext, key: string): readonly (t.Node | null)[] {
  return (assignedByKey(scan).get(key) ?? none).map(({ kind, by, value }) =>
    kind === 'value' && by === 'name' ? value : null,
  );
}

/** The arguments that an exported function looks at; undefined where it may do anything else, or be no function. */
function looksOf(scan: ScanContext, summaries: Summaries, value: t.Node | null): Looks | undefined {
  if (value === null) return undefined;
  const known: Value = isFunction(value) ? { kind: 'function', node: value } : summaries.values.of(value);
  const looks = optionsOf(known).map((option) =>
    option.kind === 'function' && isIdle(scan, summaries, option.node)
      ? argumentsLookedAt(scan, option.node)
      : undefined,
  );
  return looks.every(isKnown) ? allOf(looks) : undefined;
}

function isIdle(scan: ScanContext, summaries: Summaries, node: t.Function | t.Class): node is t.Function {
  if (!isFunction(node) || node.async || node.generator) return false;
  return hasNoState(scan, summaries, node, new Set()) && summaries.of(node).every(isLookAtArgument);
}

function isLookAtArgument(event: LoadEvent): boolean {
  return event.kind === 'read' && event.of.kind === 'parameter' && event.of.index >= 0;
}

/**
 * The arguments that are not just kept for functions that it makes: what is done with them may run functions of whoever
 * made them.
 */
function argumentsLookedAt(scan: ScanContext, fn: t.Function): Looks {
  if (!fn.params.every(({ type }) => type === 'Identifier')) return null;
  const looked = new Set<number>();
  let isPlain = true;
  visit(fn.body);
  return isPlain ? [...looked] : null;

  function visit(node: t.Node): void {
    if (calling.has(node.type)) isPlain = false;
    if (isFunction(node)) return;
    if (node.type === 'Identifier') {
      const binding = scan.scopes.referenceOf(node)?.binding;
      if (binding?.kind === 'arguments') isPlain = false;
      const index = (fn.params as readonly t.Node[]).findIndex((id) =>
        binding?.declarations.includes(id as t.Identifier),
      );
      if (index >= 0) looked.add(index);
    }
    eachChild(node, visit);
  }
}

/** What may run a function inside that has the argument. */
const calling: ReadonlySet<string> = new Set([
  'CallExpression',
  'ClassDeclaration',
  'ClassExpression',
  'NewExpression',
  'ObjectMethod',
  'OptionalCallExpression',
  'TaggedTemplateExpression',
]);

/** Whether a function sees nothing but its own variables and what never changes, in functions inside of it either. */
function hasNoState(scan: ScanContext, summaries: Summaries, fn: t.Function, seen: Set<t.Node>): boolean {
  if (seen.has(fn)) return true;
  seen.add(fn);
  return everyIdentifier(fn, (node) => {
    const reference = scan.scopes.referenceOf(node);
    return reference === undefined || isStateless(reference);
  });

  function isStateless({ node, name, binding, access, dynamic }: Reference): boolean {
    if (dynamic) return false;
    if (binding === null) return access === 'read' && languageGlobals.has(name);
    if (isWithin(binding.scope.node, fn)) return true;
    if (access !== 'read' || binding.writes.length > 1 || binding.scope.dynamic) return false;
    const options = optionsOf(summaries.values.of(node));
    return options.every((option) => {
      if (option.kind === 'required' || option.kind === 'global') return true;
      if (option.kind === 'function') {
        const { node: other } = option;
        return isCallee(node) && isFunction(other) && hasNoState(scan, summaries, other, seen);
      }
      return option.kind === 'own' && isPrimitive(binding.writes[0]?.node);
    });
  }
}

function everyIdentifier(node: t.Node, holds: (node: t.Node) => boolean): boolean {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return holds(node);
  let every = true;
  eachChild(node, (child) => {
    every &&= everyIdentifier(child, holds);
  });
  return every;
}

function isWithin(inner: t.Node, outer: t.Node): boolean {
  return inner.start! >= outer.start! && inner.end! <= outer.end!;
}

function isCallee(node: t.Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'CallExpression' && parent.callee === node;
}

/** `const tag = '[object Array]'`: a declarator with a value that is no object. */
function isPrimitive(id: t.Node | undefined): boolean {
  const declarator = id && parentOf(id);
  return (
    declarator?.type === 'VariableDeclarator' &&
    declarator.id === id &&
    primitive.has(declarator.init?.type ?? '')
  );
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
]);
