import type * as t from '@babel/types';
import { isFunction } from '../syntax/kinds.ts';
import { ancestorsOf, eachChild, parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { firstRunsOf } from './exports/first-runs.ts';
import { placesOf } from './exports/places.ts';
import { isFreeName } from './free-names.ts';
import { nodesOf } from './nodes.ts';
import { functionAround } from './owner.ts';
import { valuesOf } from './strict/own-functions.ts';
import { wrapperNames } from './wrapper-names.ts';

/**
 * Whether a file without import and export declarations loads as an ES module, too, as far as the names go that only
 * CommonJS has: while it loads it asks for their types first (`typeof module === 'object' ? module.exports = f() : ...`),
 * which throws nowhere (ECMA-262 §13.5.3), or catches what using them throws.
 */
export function loadsAnywhere(scan: ScanContext): boolean {
  if (scan.parsed.goal === 'module' || scan.parsed.lastReturn !== null) return false;
  if (nodesOf(scan, 'ReturnStatement').some((node) => functionAround(node).type === 'Program')) return false;
  const runs = firstRunsOf(scan);
  const uses = [...wrapperNames].flatMap((name) => scan.scopes.free.get(name) ?? []);
  return uses.every(({ node }) => {
    const { region } = placesOf(scan).of(node);
    return (region !== null && runs.of(region) === Number.POSITIVE_INFINITY) || isGuarded(node, scan);
  });
}

function isGuarded(use: t.Node, scan: ScanContext): boolean {
  if (isTypeof(parentOf(use))) return true;
  const places = placesOf(scan);
  let isInPlace = true;
  let at = use;
  for (const parent of ancestorsOf(use)) {
    // A handler around a function does not catch what that throws when it is called later.
    isInPlace &&= !isFunction(parent) || places.runsInPlace(parent);
    if (isInPlace && parent.type === 'TryStatement' && parent.handler && at === parent.block) return true;
    const test = testOf(parent);
    if (test !== null && test !== at && asksForWrapper(test, scan)) return true;
    at = parent;
  }
  return false;
}

/** What decides whether the rest of a node is evaluated. */
function testOf(node: t.Node): t.Expression | null {
  switch (node.type) {
    case 'ConditionalExpression':
    case 'IfStatement':
      return node.test;
    case 'LogicalExpression':
      return node.left;
    default:
      return null;
  }
}

/** `typeof module === 'object'`, also by a variable that holds what that gave. */
function asksForWrapper(test: t.Node, scan: ScanContext): boolean {
  if (isTypeof(test)) {
    const { argument } = test;
    return [...wrapperNames].some((name) => isFreeName(argument, name, scan.scopes));
  }
  const binding = test.type === 'Identifier' ? scan.scopes.referenceOf(test)?.binding : null;
  const [value] = binding ? valuesOf(binding) : [];
  if (value !== undefined) return value.end! < test.start! && asksForWrapper(value, scan);
  let asks = false;
  eachChild(test, (child) => {
    asks ||= asksForWrapper(child, scan);
  });
  return asks;
}

function isTypeof(node: t.Node | null): node is t.UnaryExpression {
  return node?.type === 'UnaryExpression' && node.operator === 'typeof';
}
