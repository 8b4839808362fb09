import type { ModuleFacts, RequireFact } from '../../../src/checker/facts.ts';
import type { ModuleDecision, RequireDecision, Shape } from '../../../src/rewrite/decision.ts';

/**
 * The simplest decision for a file alone: its own shape (one object where that is ambiguous), a default import for
 * each specifier that is known, and a recent Node.
 */
export function decisionFor(facts: ModuleFacts, changes: Partial<ModuleDecision> = {}): ModuleDecision {
  return {
    action: 'convert',
    shape: shapeOf(facts),
    requires: facts.requires.map((fact) => requireAs(formFor(fact))(fact)),
    specifiers: {},
    absentNames: [],
    snapshotNames: [],
    commonJsView: 'none',
    hoisted: false,
    literalNames: false,
    runtime: { importMetaDirname: true, importMetaMain: true, nodePrefix: true },
    ...changes,
  };
}

/** All requires of a file in one form. */
export const requireAs =
  (form: RequireDecision['form']) =>
  ({ specifier }: RequireFact): RequireDecision => ({
    form,
    specifier: null,
    json: specifier?.endsWith('.json') ?? false,
  });

function formFor({ specifier, via, guarded, placement }: RequireFact): RequireDecision['form'] {
  if (via === 'createRequire') return 'keep';
  return specifier === null || guarded || placement !== 'top' ? 'create-require' : 'default';
}

function shapeOf({ exports, system }: ModuleFacts): Shape {
  if (system === 'esm') return 'none';
  return exports.shape === 'ambiguous' ? 'default' : exports.shape;
}
