import { BindingRecord, type ReferenceRecord, type ScopeRecord } from './scope-record.ts';

/**
 * Finds the binding of every reference, from its scope outwards, and gathers those that have none by name. It runs
 * when all declarations are known, so that hoisting needs no second look.
 *
 * @see ECMA-262 §9.4.2 (ResolveBinding)
 */
export function resolveAll(references: readonly ReferenceRecord[]): Map<string, ReferenceRecord[]> {
  const free = new Map<string, ReferenceRecord[]>();
  for (const reference of references) {
    resolve(reference);
    if (reference.binding !== null) {
      reference.binding.references.push(reference);
      if (reference.access !== 'read') reference.binding.writes.push(reference);
      continue;
    }
    const sameName = free.get(reference.name);
    if (sameName) sameName.push(reference);
    else free.set(reference.name, [reference]);
  }
  return free;
}

function resolve(reference: ReferenceRecord): void {
  const { name } = reference;
  for (let scope: ScopeRecord | null = reference.scope; scope !== null; scope = scope.parent) {
    const binding = scope.bindings.get(name) ?? (name === 'arguments' ? implicitArguments(scope) : undefined);
    // A name that only types have (`import type`, `declare`) is not what a value refers to.
    if (binding !== undefined && binding.kind !== 'type') {
      reference.binding = binding;
      return;
    }
    if (scope.extensible || scope.kind === 'with') reference.dynamic = true;
  }
}

/** The `arguments` that every function but an arrow has; bound when something first refers to it. */
function implicitArguments(scope: ScopeRecord): BindingRecord | undefined {
  if (scope.kind !== 'function' || scope.node.type === 'ArrowFunctionExpression') return undefined;
  const binding = new BindingRecord('arguments', 'arguments', scope);
  scope.bindings.set('arguments', binding);
  return binding;
}
