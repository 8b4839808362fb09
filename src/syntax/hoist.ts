import type * as t from '@babel/types';
import { addDeclaration } from './declare.ts';
import type { BindingKind } from './scope.ts';
import type { ScopeRecord } from './scope-record.ts';

/** A plain function declared in a block of sloppy code, which may be a `var` of the function around it as well. */
export interface BlockFunction {
  readonly id: t.Identifier;
  /** The block's scope, where the function is declared in any case. */
  readonly block: ScopeRecord;
}

/** The parameters of the wrapper that Node puts around a CommonJS file. */
const WRAPPER_PARAMETERS = new Set(['exports', 'require', 'module', '__filename', '__dirname']);
const VAR_LIKE = new Set<BindingKind>(['var', 'function', 'type']);

/**
 * Declares the `var`s that functions in blocks make in sloppy code: `{ function f() {} } f()` works, because `f` is
 * assigned to a variable of the function around when its declaration is evaluated. There is none where a `var` of that
 * name would clash with a lexical declaration in between, or where the name is a parameter. Runs after the walk, since
 * a clashing declaration may stand further down.
 *
 * @see ECMA-262 Annex B.3.2.1, B.3.2.2
 */
export function hoistBlockFunctions(candidates: readonly BlockFunction[]): void {
  for (const { id, block } of candidates) {
    const target = block.hoistTarget;
    if (!isParameter(target, id.name) && !clashes(block, target, id.name)) declareInOrder(target, id);
  }
}

function isParameter(target: ScopeRecord, name: string): boolean {
  if (target.kind === 'program') return WRAPPER_PARAMETERS.has(name);
  const parameters = target.kind === 'function-body' ? target.parent : target;
  const binding = parameters?.bindings.get(name);
  return (
    binding !== undefined &&
    parameters?.kind === 'function' &&
    declaresParameter(binding.declarations, parameters.node)
  );
}

/** By place, since a function of the same name at the top of the body has taken over the binding's kind. */
function declaresParameter(declarations: readonly t.Identifier[], node: t.Node): boolean {
  const body = (node as t.Function).body;
  return declarations.some((id) => id.start! < body.start!);
}

function clashes(block: ScopeRecord, target: ScopeRecord, name: string): boolean {
  for (let scope = block.parent; scope !== null && scope !== target; scope = scope.parent) {
    if (scope.bindings.has(name) && !isSimpleCatch(scope)) return true;
  }
  const binding = target.bindings.get(name);
  return binding !== undefined && !VAR_LIKE.has(binding.kind);
}

/** A `var` may have the name of a catch parameter that is no pattern (Annex B.3.4). */
function isSimpleCatch(scope: ScopeRecord): boolean {
  return scope.kind === 'catch' && (scope.node as t.CatchClause).param?.type === 'Identifier';
}

function declareInOrder(target: ScopeRecord, id: t.Identifier): void {
  addDeclaration(target, 'var', id);
  target.bindings.get(id.name)!.declarations.sort((a, b) => a.start! - b.start!);
}
