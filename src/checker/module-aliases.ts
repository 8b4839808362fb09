import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import { parentOf } from '../syntax/tree.ts';

/** The reads of `m` after `var m = module`. */
export function* readsOfModuleAliases(scopes: Scopes): Generator<t.Node> {
  for (const { node } of scopes.free.get('module') ?? []) {
    const declarator = parentOf(node);
    if (declarator?.type !== 'VariableDeclarator' || declarator.init !== node) continue;
    if (declarator.id.type !== 'Identifier') continue;
    const references = scopes.referenceOf(declarator.id)?.binding?.references ?? [];
    for (const { node: use, access } of references) if (access === 'read') yield use;
  }
}
