import type { Scopes } from '../../../src/syntax/analyse.ts';
import { isFunction } from '../../../src/syntax/kinds.ts';
import type { Binding, Scope } from '../../../src/syntax/scope.ts';
import { addOutcome, type Outcome, type Outcomes, type Target } from './outcome.ts';

/** The outcomes of our own analysis. */
export function ourOutcomes(scopes: Scopes): Outcomes {
  const outcomes = new Map<number, Outcome>();
  for (const { name, node, access, binding } of scopes.references) {
    addOutcome(outcomes, node.start!, {
      name,
      reads: access !== 'write',
      writes: access !== 'read',
      target: binding && targetOf(binding),
    });
  }
  return outcomes;
}

export function targetOf(binding: Binding): Target {
  return { scope: scopeName(binding.scope), declarations: binding.declarations.map((id) => id.start!) };
}

/** Functions are told by their body: the two trees place the beginning of a method differently. */
export function scopeName({ kind, node, parent }: Scope): string {
  if (kind === 'program') return kind;
  if (kind === 'function-body') return scopeName(parent!);
  if (kind === 'block' && node.type === 'FunctionDeclaration')
    return `implied block ${node.start}-${node.end}`;
  const start = isFunction(node) ? node.body.start : node.start;
  return `${kind} ${start}-${node.end}`;
}
