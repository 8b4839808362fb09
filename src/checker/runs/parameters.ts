import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { listDeclaring } from '../writes.ts';

/** A parameter of a function that nobody assigns. */
export interface Parameter {
  readonly owner: t.Function;
  readonly index: number;
}

/** The parameter that an expression names, or of which it is a part: `list`, `list[i]`, an element of `for (… of list)`. */
export function parameterBehind(scan: ScanContext, node: t.Node): Parameter | null {
  const seen = new Set<t.Node>();
  let at: t.Node | null = node;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    if (at.type === 'MemberExpression') at = at.object;
    else if (at.type !== 'Identifier') return null;
    else {
      const binding: Binding | null | undefined = scan.scopes.referenceOf(at)?.binding;
      const id: t.Identifier | null = binding?.declarations.length === 1 ? binding.declarations[0]! : null;
      const around: t.Node | null = id ? parentOf(id) : null;
      if (!binding || !id || !around || binding.scope.dynamic) return null;
      const isFixed = binding.writes.every(({ node: use }) => use === id);
      if (!isFixed) return null;
      if (isFunction(around)) {
        const index = (around.params as readonly t.Node[]).indexOf(id);
        return index < 0 ? null : { owner: around, index };
      }
      at = around.type === 'VariableDeclarator' && around.id === id ? takenApart(around) : null;
    }
  }
  return null;
}

/** What is taken apart for a declarator: its value, or the list of `for (const name of list)`. */
function takenApart(declarator: t.VariableDeclarator): t.Node | null {
  return declarator.init ?? listDeclaring(declarator);
}
