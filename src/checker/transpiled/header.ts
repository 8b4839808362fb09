import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { definerOf, type GetterExports, getterExports } from './getters.ts';

/**
 * The statements with which compilers begin what was an ES module: the marker `__esModule`, and the exports in advance or
 * by getters.
 *
 * ```js
 * Object.defineProperty(exports, "__esModule", { value: true });
 * exports.a = exports.b = void 0;
 * ```
 */
export interface Header {
  /** The statement that sets the marker. */
  readonly marker: t.Statement;
  /** Each `exports` in these statements, and the statement that goes with it. */
  readonly mentions: ReadonlyMap<t.Node, t.Statement>;
  /** The keys that are set in advance, in that order, and where. */
  readonly inAdvance: ReadonlyMap<string, number>;
  /** `exports.__esModule = true`: the marker is an ordinary key. */
  readonly isEnumerable: boolean;
  readonly getters: GetterExports | null;
}

/** @returns null where the file has no marker, or has it in a form that no compiler writes */
export const headerOf: (context: ScanContext) => Header | null = perScan((context) => {
  if (context.parsed.goal === 'module' || context.scopes.program.bindings.has('exports')) return null;
  const getters = getterExports(context);
  if (definerOf(context) !== null && getters === null) return null;
  return getters?.setsMarker ? ofGetters(getters, context) : ofStatements(getters, context);
});

/** Getters that bring the marker along: nothing else is exported. */
function ofGetters(getters: GetterExports, { scopes }: ScanContext): Header | null {
  const { statement, target } = getters;
  const mentioned = scopes.free.get('exports') ?? [];
  if (mentioned.some(({ node }) => node !== target)) return null;
  const mentions = new Map(target === null ? [] : [[target as t.Node, statement]]);
  return { marker: statement, mentions, inAdvance: new Map(), isEnumerable: false, getters };
}

function ofStatements(getters: GetterExports | null, context: ScanContext): Header | null {
  const statements = context.parsed.program.body.filter((node) => node.type === 'ExpressionStatement');
  const markers = statements.filter((statement) => isMarker(context, statement.expression));
  const [marker] = markers;
  if (marker === undefined || markers.length > 1) return null;
  const [first] = context.scopes.free.get('exports') ?? [];
  // Another order of the keys than that of all compilers.
  if (first === undefined || first.node.start! < marker.start!) return null;
  const mentions = new Map<t.Node, t.Statement>();
  const inAdvance = new Map<string, number>();
  for (const statement of statements) {
    const targets = statement === marker ? null : keysInAdvance(context, statement.expression);
    for (const { key, exports } of targets ?? []) {
      mentions.set(exports, statement);
      if (!inAdvance.has(key)) inAdvance.set(key, statement.start!);
    }
  }
  mentions.set(exportsInMarker(marker.expression), marker);
  if (getters?.target) mentions.set(getters.target, getters.statement);
  if (getters !== null && isMentioned(getters, context)) return null;
  const isEnumerable = marker.expression.type === 'AssignmentExpression';
  return { marker, mentions, inAdvance, isEnumerable, getters };
}

/** Whether a key that has a getter is mentioned elsewhere: compilers mention the variable. */
function isMentioned({ getters }: GetterExports, { scopes }: ScanContext): boolean {
  return (scopes.free.get('exports') ?? []).some(({ node }) => {
    const member = parentOf(node);
    if (member?.type !== 'MemberExpression' || member.object !== node) return false;
    const key = staticKey(member);
    return key === null || getters.some((getter) => getter.key === key);
  });
}

function isMarker(context: ScanContext, expression: t.Expression): boolean {
  if (expression.type === 'AssignmentExpression') {
    const key = expression.operator === '=' ? keyOfExports(expression.left) : null;
    return key?.key === '__esModule' && isTrue(expression.right);
  }
  if (expression.type !== 'CallExpression' || expression.arguments.length !== 3) return false;
  const { callee } = expression;
  const [object, key, descriptor] = expression.arguments;
  const isDefinition =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    context.scopes.referenceOf(callee.object)?.binding === null &&
    staticKey(callee) === 'defineProperty';
  return isDefinition && isExports(object) && literalKey(key!) === '__esModule' && isTrueOnly(descriptor!);
}

/** `{ value: true }` */
function isTrueOnly(descriptor: t.Node): boolean {
  if (descriptor.type !== 'ObjectExpression' || descriptor.properties.length !== 1) return false;
  const [property] = descriptor.properties;
  return property?.type === 'ObjectProperty' && staticKey(property) === 'value' && isTrue(property.value);
}

/** `true`, `!0` */
function isTrue(node: t.Node): boolean {
  if (node.type === 'BooleanLiteral') return node.value;
  return (
    node.type === 'UnaryExpression' &&
    node.operator === '!' &&
    node.argument.type === 'NumericLiteral' &&
    node.argument.value === 0
  );
}

function exportsInMarker(expression: t.Expression): t.Node {
  if (expression.type === 'CallExpression') return expression.arguments[0]!;
  return keyOfExports((expression as t.AssignmentExpression).left)!.exports;
}

interface Target {
  readonly key: string;
  readonly exports: t.Node;
}

/**
 * `exports.b = exports.a = void 0`, or `= undefined` as Babel 6 wrote it: its targets in the order in which they are set;
 * null for anything else.
 */
function keysInAdvance(context: ScanContext, expression: t.Expression): readonly Target[] | null {
  const targets: Target[] = [];
  let at: t.Node = expression;
  while (at.type === 'AssignmentExpression' && at.operator === '=') {
    const target = keyOfExports(at.left);
    if (target === null) return null;
    targets.unshift(target);
    at = unwrap(at.right);
  }
  return isUndefined(context, at) && targets.length > 0 ? targets : null;
}

function isUndefined({ scopes }: ScanContext, node: t.Node): boolean {
  if (node.type === 'Identifier')
    return node.name === 'undefined' && scopes.referenceOf(node)?.binding === null;
  return (
    node.type === 'UnaryExpression' && node.operator === 'void' && node.argument.type === 'NumericLiteral'
  );
}

function keyOfExports(node: t.Node): Target | null {
  if (node.type !== 'MemberExpression' || !isExports(node.object)) return null;
  const key = staticKey(node);
  return key === null ? null : { key, exports: node.object };
}

function isExports(node: t.Node | undefined): boolean {
  return node?.type === 'Identifier' && node.name === 'exports';
}
