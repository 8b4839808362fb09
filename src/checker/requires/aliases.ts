import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { Places } from '../exports/places.ts';
import type { RequireFact } from '../facts.ts';
import { callOf, type RequireCall } from './calls.ts';

/** A variable that holds a `require` function and nothing else: `const load = require;`. */
export interface RequireVariable {
  readonly declarator: t.VariableDeclarator;
  readonly calls: readonly RequireCall[];
  /** Whether it is only ever called, so that each of its uses is one of `calls`. */
  readonly resolved: boolean;
}

/**
 * @param value an expression whose value is a `require` function.
 * @returns the variable that it initialises; null where it goes elsewhere, or may be replaced or read before.
 */
export function variableHolding(
  value: t.Node,
  via: RequireFact['via'],
  scopes: Scopes,
  places: Places,
): RequireVariable | null {
  const declarator = declaratorInitialisedWith(value);
  if (declarator?.id.type !== 'Identifier') return null;
  const binding = scopes.referenceOf(declarator.id)?.binding ?? null;
  if (binding === null || !isBoundOnce(binding, declarator)) return null;
  const reads = binding.references.filter(({ access }) => access === 'read');
  const calls = reads.map(({ node, dynamic }) => (dynamic || isTooEarly(node) ? null : callOf(node)));
  return {
    declarator,
    calls: calls.filter((call) => call !== null).map((call) => ({ call, via })),
    resolved: !calls.includes(null) && !binding.scope.dynamic,
  };

  function isTooEarly(node: t.Node): boolean {
    return node.start! < declarator!.end! && !places.of(node).deferred;
  }
}

function declaratorInitialisedWith(value: t.Node): t.VariableDeclarator | null {
  let at = value;
  let parent = parentOf(at);
  while (parent !== null && unwrap(parent) !== parent) {
    at = parent;
    parent = parentOf(at);
  }
  return parent?.type === 'VariableDeclarator' && parent.init === at ? parent : null;
}

function isBoundOnce({ declarations, writes }: Binding, declarator: t.VariableDeclarator): boolean {
  const isOnly = declarations.length === 1 && writes.length === 1 && writes[0]?.node === declarator.id;
  const declaration = parentOf(declarator) as t.VariableDeclaration;
  return isOnly && (declaration.kind !== 'var' || isUnconditional(declaration));
}

/** Whether a `var` stands in the body of its function or of the program, not in a branch of it. */
function isUnconditional(declaration: t.VariableDeclaration): boolean {
  const block = parentOf(declaration);
  if (block?.type === 'Program') return true;
  const owner = block?.type === 'BlockStatement' ? parentOf(block) : null;
  return owner !== null && isFunction(owner);
}

/** Whether the declarator can go when the calls do: it stands in the program body and nothing else needs it. */
export function isDroppable({ declarator, resolved }: RequireVariable): boolean {
  const declaration = parentOf(declarator) as t.VariableDeclaration;
  return resolved && declaration.kind !== 'using' && parentOf(declaration)?.type === 'Program';
}
