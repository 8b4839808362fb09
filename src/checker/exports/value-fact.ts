import type * as t from '@babel/types';
import { skipTrivia } from '../../syntax/trivia.ts';
import { outerRange, unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { RequireFact, ValueFact } from '../facts.ts';
import { nameRange } from '../name-range.ts';
import { rangeOf } from '../nodes.ts';

export interface ValueFacts {
  /** @param version the version that the value is, where it is one that existed before. */
  of(value: t.Node, version: number | null): ValueFact;
}

/** Describes values that are assigned to the exports, as `ValueFact` documents it. */
export function valueFactsOf(
  { source, scopes }: ScanContext,
  requires: readonly RequireFact[],
  isThisFree: (value: t.Node) => boolean,
): ValueFacts {
  const requireAt = new Map(requires.map(({ call }, index) => [call[0], { end: call[1], index }]));
  return { of };

  function of(value: t.Node, version: number | null): ValueFact {
    const { start, end } = outerRange(source, value);
    const place = { range: rangeOf(value), outer: [start, end] as const };
    if (version !== null) return { ...place, kind: 'version', version };
    const node = unwrap(value);
    // What a cast says is no part of a declaration.
    if (node !== value) return { ...place, kind: 'other' };
    switch (node.type) {
      case 'FunctionExpression':
        return {
          ...place,
          kind: 'function',
          ...naming(node),
          nameAt: functionNameAt(node),
          thisFree: isThisFree(node),
        };
      case 'ClassExpression':
        return {
          ...place,
          kind: 'class',
          ...naming(node),
          nameAt: node.start! + 'class'.length,
          thisFree: true,
        };
      case 'ArrowFunctionExpression':
        return { ...place, kind: 'arrow', thisFree: true };
      case 'ObjectExpression':
        return { ...place, kind: 'object' };
      case 'Identifier':
        return isUndefined(node)
          ? { ...place, kind: 'undefined' }
          : { ...place, kind: 'identifier', name: node.name };
      case 'UnaryExpression':
        if (node.operator !== 'void') return { ...place, kind: 'something' };
        return { ...place, kind: isVoidLiteral(node) ? 'undefined' : 'other' };
      case 'NullLiteral':
        return { ...place, kind: 'null' };
      case 'CallExpression': {
        const found = requireAt.get(node.start!);
        return found !== undefined && found.end === node.end
          ? { ...place, kind: 'require', require: found.index }
          : { ...place, kind: 'other' };
      }
      default:
        return { ...place, kind: neverNothing.has(node.type) ? 'something' : 'other' };
    }
  }

  function naming(node: t.FunctionExpression | t.ClassExpression) {
    const { id } = node;
    if (!id) return { name: null, nameRange: null, nameFixed: false };
    return { name: id.name, nameRange: nameRange(source, id), nameFixed: isAssignedInside(node, id.name) };
  }

  /** An expression cannot assign to its own name; a declaration can. */
  function isAssignedInside(node: t.FunctionExpression | t.ClassExpression, name: string): boolean {
    for (let scope = scopes.scopeOf(node.body); scope.parent !== null; scope = scope.parent) {
      const binding = scope.bindings.get(name);
      if (binding?.declarations.includes(node.id!)) {
        return binding.writes.length > 0;
      }
      if (scope.node !== node && !isWithin(scope.node, node)) break;
    }
    return false;
  }

  function functionNameAt(node: t.FunctionExpression): number {
    let at = node.start!;
    if (node.async) at = skipTrivia(source, at + 'async'.length);
    at += 'function'.length;
    return node.generator ? skipTrivia(source, at) + 1 : at;
  }

  function isUndefined(node: t.Identifier): boolean {
    return node.name === 'undefined' && scopes.referenceOf(node)?.binding === null;
  }
}

/** Expressions that make something, whatever they work on. */
const neverNothing: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'NewExpression',
  'NumericLiteral',
  'RegExpLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UpdateExpression',
]);

function isVoidLiteral(node: t.UnaryExpression): boolean {
  return node.operator === 'void' && node.argument.type === 'NumericLiteral';
}

function isWithin(inner: t.Node, outer: t.Node): boolean {
  return outer.start! <= inner.start! && inner.end! <= outer.end!;
}
