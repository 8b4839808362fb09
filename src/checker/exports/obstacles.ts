import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { isInStatementList, isTopLevelStatement, parentOf } from '../../syntax/tree.ts';
import type { FirstRuns } from './first-runs.ts';
import type { Places } from './places.ts';
import { withCasts } from './roles.ts';

/**
 * Why a name cannot stand for the one value that it is given: it gets others, it is set under a condition (or where
 * nothing can be taken out), with each call of a function, or after something may have read it.
 */
export type Obstacle = 'reassigned' | 'conditional' | 'deferred' | 'early';

type Binder = t.VariableDeclarator | t.AssignmentExpression;

export interface Obstacles {
  /** @param target the name where it is bound, by the declarator or assignment `by`. */
  ofVariable(binding: Binding, target: t.Identifier, by: Binder): Obstacle | null;
  /** @param parameter the whole parameter, its default value included. */
  ofParameter(binding: Binding, parameter: t.Node): Obstacle | null;
}

export function obstaclesOf(places: Places, runs: FirstRuns): Obstacles {
  return { ofVariable, ofParameter };

  function ofVariable(binding: Binding, target: t.Identifier, by: Binder): Obstacle | null {
    if (binding.writes.length !== 1 || binding.declarations.length !== 1) return 'reassigned';
    if (binding.kind !== 'var' && binding.kind !== 'let' && binding.kind !== 'const') return 'reassigned';
    const place = places.of(target);
    if (place.region !== null) return 'deferred';
    if (place.conditional || !isRemovable(by)) return 'conditional';
    return isReadBefore(binding, by.end!) ? 'early' : null;
  }

  function ofParameter(binding: Binding, parameter: t.Node): Obstacle | null {
    const own = parameter.type === 'AssignmentPattern' ? 1 : 0;
    if (binding.writes.length > own || binding.declarations.length !== 1) return 'reassigned';
    return places.of(parameter).region === null ? null : 'deferred';
  }

  /** Whether a variable may be read before it is bound: it is `undefined` then, or reading it throws. */
  function isReadBefore({ references }: Binding, bound: number): boolean {
    return references.some(({ access, node }) => {
      if (access !== 'read') return false;
      const { region } = places.of(node);
      return (region === null ? node.start! : runs.of(region)) < bound;
    });
  }
}

/** Whether what binds a name can be taken out: a declarator in a list of statements, or a statement of the program. */
function isRemovable(by: Binder): boolean {
  const statement = parentOf(withCasts(by));
  if (statement === null) return false;
  if (by.type === 'VariableDeclarator') return isInStatementList(statement);
  return statement.type === 'ExpressionStatement' && isTopLevelStatement(statement);
}
