import type * as t from '@babel/types';
import { hasUseStrict } from './enter-function.ts';
import { hoistBlockFunctions } from './hoist.ts';
import { resolveAll } from './resolve.ts';
import type { Reference, Scope } from './scope.ts';
import { ScopeRecord } from './scope-record.ts';
import { parentOf } from './tree.ts';
import { Walk } from './walk.ts';

/** The scopes of a program and what its identifiers refer to. */
export interface Scopes {
  readonly program: Scope;
  /** In source order. */
  readonly references: readonly Reference[];
  /** The references that no declaration in the file binds, by name: globals and the wrapper's parameters. */
  readonly free: ReadonlyMap<string, readonly Reference[]>;
  /** `undefined` where the identifier is no reference: a declaration without a value, a key, a label. */
  referenceOf(identifier: t.Node): Reference | undefined;
  /** The scope in which a node stands; a function stands in the scope around it, its parameters in its own. */
  scopeOf(node: t.Node): Scope;
}

/**
 * Walks a program once: links every node to its parent, builds the scopes, and resolves every reference.
 *
 * @param visit is called for every node, parents before children and otherwise in source order, with the scope in
 *   which the node stands. Bindings and references are only complete when `analyse` returns.
 */
export function analyse(program: t.Program, visit?: (node: t.Node, scope: Scope) => void): Scopes {
  const strict = program.sourceType === 'module' || hasUseStrict(program);
  const scope = new ScopeRecord('program', program, null, strict);
  const walk = new Walk(visit);
  walk.run(program, scope);
  hoistBlockFunctions(walk.blockFunctions);
  const { references } = walk;
  const free = resolveAll(references);
  let byNode: Map<t.Node, Reference> | undefined;
  return {
    program: scope,
    references,
    free,
    referenceOf(identifier) {
      byNode ??= new Map(references.map((reference) => [reference.node, reference]));
      return byNode.get(identifier);
    },
    scopeOf(node) {
      for (let at: t.Node | null = node; at !== null; at = parentOf(at)) {
        const start = walk.scopeStarts.get(at);
        if (start !== undefined) return start;
      }
      return scope;
    },
  };
}
