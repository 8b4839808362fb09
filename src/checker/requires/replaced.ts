import type { ScanContext } from '../context.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';

/**
 * A `var require` at the top level of a CommonJS file that is read: it declares the wrapper's parameter again, starts
 * with its value, and may hold another one later. (An assignment without a declaration is found with the other names
 * of the wrapper.)
 */
export function replacedRequire({ scopes, parsed }: ScanContext): readonly Finding[] {
  const binding = parsed.goal === 'script' ? scopes.program.bindings.get('require') : undefined;
  const declaration = binding?.kind === 'var' ? binding.declarations[0] : undefined;
  const isRead = binding?.references.some(({ access }) => access !== 'write');
  if (declaration === undefined || !isRead) return [];
  return [makeFinding('require-replaced', { range: rangeOf(declaration) })];
}
