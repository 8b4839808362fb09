import type * as t from '@babel/types';
import { hasUseStrict } from './enter-function.ts';
import { hoistBlockFunctions } from './hoist.ts';
import { NodeLists } from './node-lists.ts';
import { resolveAll } from './resolve.ts';
import type { Reference, Scope } from './scope.ts';
import { ScopeRecord } from './scope-record.ts';
import { parentOf, referenceAt } from './tree.ts';
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
  /** All nodes, by type. */
  readonly nodes: NodeLists;
  /** The scope in which a node stands; a function stands in the scope around it, its parameters in its own. */
  scopeOf(node: t.Node): Scope;
}

/** Walks a program once: links every node to its parent, lists the nodes, builds the scopes, resolves every reference. */
export function analyse(program: t.Program): Scopes {
  const strict = program.sourceType === 'module' || hasUseStrict(program);
  const scope = new ScopeRecord('program', program, null, strict);
  const nodes = new NodeLists();
  const walk = new Walk(nodes);
  walk.run(program, scope);
  hoistBlockFunctions(walk.blockFunctions);
  const { references } = walk;
  const free = resolveAll(references);
  return {
    program: scope,
    references,
    free,
    nodes,
    referenceOf: referenceAt,
    scopeOf(node) {
      for (let at: t.Node | null = node; at !== null; at = parentOf(at)) {
        const start = walk.scopeStarts.get(at);
        if (start !== undefined) return start;
      }
      return scope;
    },
  };
}
