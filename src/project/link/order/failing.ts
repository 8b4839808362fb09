import type { RequireFact } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { moduleIds, reach } from '../reachable.ts';
import { uncaughtTargets } from './loading.ts';

/**
 * Requires of what is not there that have to stay calls. The error of an import has another code, ERR_MODULE_NOT_FOUND,
 * which somebody may see: for a require in a `try`, or in a module that is loaded in one, or by a function that may be
 * called in one. And a file that is made later, by a build, is found without its ending by `require` alone.
 */
export function keptFailures(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<RequireFact> {
  const failures = [...modules.values()].flatMap((module) =>
    module.facts.requires.flatMap((fact, index) =>
      isMissing(module.targets[index]!) ? [{ module, fact }] : [],
    ),
  );
  if (failures.length === 0) return new Set();
  const attempted = attemptedModules(modules);
  return new Set(
    failures
      .filter(({ module, fact }) => fact.guarded || isPath(fact) || attempted.has(module.id))
      .map(({ fact }) => fact),
  );
}

function isPath({ specifier }: RequireFact): boolean {
  return specifier?.startsWith('.') === true;
}

function isMissing(target: Target): boolean {
  return target.kind === 'external' && target.external.system === 'missing';
}

/** The modules that may be loaded where an error of theirs is caught. */
function attemptedModules(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<string> {
  const started = [...modules.values()].flatMap(({ facts, targets, imports, mayLoad }) => {
    const required = facts.requires.flatMap(({ guarded, placement }, index) =>
      guarded || placement === 'deferred' ? [targets[index]!] : [],
    );
    const imported = facts.esm.dynamicImports.flatMap(({ argument }) => imports.get(argument[0]) ?? []);
    return [...moduleIds([...required, ...imported]), ...mayLoad];
  });
  return reach(started, (id) => moduleIds(uncaughtTargets(modules.get(id)!)));
}
