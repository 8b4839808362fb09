import type * as t from '@babel/types';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { hasPrimitiveValue, isFunction } from '../../syntax/kinds.ts';
import type { Binding, Reference } from '../../syntax/scope.ts';
import { eachChild, parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { ExportsFacts, IdleFact } from '../facts.ts';
import { ownerOfThis } from '../owner.ts';
import { assignedByKey } from './assigned.ts';
import { isMember } from './call-forms.ts';
import type { LoadEvent } from './event.ts';
import { languageGlobals } from './known-globals.ts';
import type { Summaries } from './summaries.ts';
import { mayThrow } from './throwers.ts';
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
  exports: ExportsFacts,
): readonly IdleFact[] {
  const exported: readonly (readonly [string | null, readonly (t.Node | null)[]])[] = [
    [null, wholeExports(scan)],
    ...namedBy(exports).map((key) => [key, putUnder(scan, key)] as const),
  ];
  if (exported.length > MOST) return none;
  return exported.flatMap(([key, values]): readonly IdleFact[] => {
    const looks = values.map((value) => looksOf(scan, summaries, value));
    return looks.length > 0 && looks.every(isKnown) ? [{ key, ...allOf(looks) }] : none;
  });
}

const none: readonly never[] = [];

/** The keys that nobody but assignments by name puts something under: whoever else gets the exports may do so, too. */
function namedBy({ shape, keys, literal, mentions }: ExportsFacts): readonly string[] {
  if (mentions.some(({ use }) => use.kind === 'escape')) return none;
  return (shape === 'named' ? keys : (literal ?? none)).map(({ key }) => key);
}

type Looks = Omit<IdleFact, 'key'>;

function isKnown(looks: Looks | undefined): looks is Looks {
  return looks !== undefined;
}

function allOf(looks: readonly Looks[]): Looks {
  const isAny = looks.some(({ looksAt }) => looksAt === null);
  return {
    looksAt: isAny ? null : [...new Set(looks.flatMap(({ looksAt }) => looksAt ?? none))],
    opens: [...new Set(looks.flatMap(({ opens }) => opens))],
  };
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
      ? { looksAt: argumentsLookedAt(scan, option.node), opens: argumentsOpened(summaries, option.node) }
      : undefined,
  );
  return looks.every(isKnown) ? allOf(looks) : undefined;
}

function isIdle(scan: ScanContext, summaries: Summaries, node: t.Function | t.Class): node is t.Function {
  if (!isFunction(node) || node.async || node.generator || node.params.some(isTakenApart)) return false;
  return hasNoState(scan, summaries, node, new Set()) && summaries.of(node).every(isLookAtArgument);
}

/** `({ a }) => …` throws for what is not given. */
function isTakenApart(parameter: t.Node): boolean {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'ObjectPattern' || target.type === 'ArrayPattern';
}

/** What is found in members of a literal is `undefined`, as a rule, and reading a member of that throws. */
function isLookAtArgument(event: LoadEvent): boolean {
  return (
    event.kind === 'read' &&
    event.of.kind === 'parameter' &&
    event.of.index >= 0 &&
    event.of.path.length === 0
  );
}

function argumentsOpened(summaries: Summaries, fn: t.Function): readonly number[] {
  const read = new Set<number>();
  for (const event of summaries.of(fn))
    if (event.kind === 'read' && event.of.kind === 'parameter') read.add(event.of.index);
  return [...read];
}

/**
 * The arguments that are not just kept for functions that it returns: what is done with them may run functions of whoever
 * made them. A function that is kept anywhere else may be what the language converts an object with.
 */
function argumentsLookedAt(scan: ScanContext, fn: t.Function): IdleFact['looksAt'] {
  if (!fn.params.every(({ type }) => type === 'Identifier')) return null;
  const looked = new Set<number>();
  let isPlain = true;
  visit(fn.body);
  return isPlain ? [...looked] : null;

  function visit(node: t.Node): void {
    if (calling.has(node.type)) isPlain = false;
    if (isFunction(node) && isReturned(node, fn)) return;
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

/** Whether a function is returned where it stands, by itself or in a literal. */
function isReturned(made: t.Function, fn: t.Function): boolean {
  let node: t.Node = made;
  let parent = parentOf(node);
  for (; parent !== null && literalParts.has(parent.type); parent = parentOf(node)) node = parent;
  return parent?.type === 'ReturnStatement' || (parent === fn && fn.body === node);
}

const literalParts: ReadonlySet<string> = new Set(['ArrayExpression', 'ObjectExpression', 'ObjectProperty']);

/** What may run a function inside that has the argument. */
const calling: ReadonlySet<string> = new Set([
  'CallExpression',
  'ClassDeclaration',
  'ClassExpression',
  'NewExpression',
  'ObjectMethod',
  'TaggedTemplateExpression',
]);

/** Whether a function sees nothing but its own variables and what never changes, in functions inside of it either. */
function hasNoState(scan: ScanContext, summaries: Summaries, fn: t.Function, seen: Set<t.Node>): boolean {
  if (seen.has(fn)) return true;
  seen.add(fn);
  return everyNode(fn, (node) => {
    if (node.type === 'ThisExpression') return isWithin(ownerOfThis(node), fn);
    if (node.type === 'Super' || isOwnFunction(node)) return false;
    const reference = scan.scopes.referenceOf(node);
    return reference === undefined || isStateless(reference);
  });

  function isStateless({ node, name, binding, access, dynamic }: Reference): boolean {
    if (dynamic) return false;
    if (binding === null) return access === 'read' && languageGlobals.has(name) && !mayThrow(node);
    if (isWithin(binding.scope.node, fn) && !isNameOf(fn, binding)) return true;
    if (access !== 'read' || binding.writes.length > 1 || binding.scope.dynamic) return false;
    const options = optionsOf(summaries.values.of(node));
    return options.every((option) => {
      if (option.kind === 'required' || option.kind === 'global') return true;
      if (option.kind === 'function') {
        const { node: other } = option;
        return isCallee(node) && isFunction(other) && hasNoState(scan, summaries, other, seen);
      }
      return option.kind === 'own' && declaresPrimitive(binding.writes[0]?.node);
    });
  }
}

/** `function f() { f.count++; }`: by its own name a function expression is the same at every call. */
function isNameOf(fn: t.Function, { kind, scope }: Binding): boolean {
  return kind === 'function-name' && scope.node === fn;
}

/** `arguments.callee`, and `f.caller` (ECMA-262 §10.4.4; §20.2.4 leaves it to the engine) */
function isOwnFunction(node: t.Node): boolean {
  return isMember(node) && runningFunction.has(staticKey(node) ?? '');
}

const runningFunction: ReadonlySet<string> = new Set(['callee', 'caller']);

function everyNode(node: t.Node, holds: (node: t.Node) => boolean): boolean {
  if (!holds(node)) return false;
  let every = true;
  eachChild(node, (child) => {
    every &&= everyNode(child, holds);
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
function declaresPrimitive(id: t.Node | undefined): boolean {
  const init = id ? initOf(id) : null;
  return init !== null && hasPrimitiveValue(init);
}
