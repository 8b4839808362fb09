/** Names of the file's own for `module` and for the exports: the latter stay, since there is an object to name. */
import type { Rewriting } from '../rewriting.ts';

/**
 * `const m = module` goes: each `m.exports` is resolved. `const { exports: out } = module` -> `const out = lib`.
 *
 * @param holder the variable that holds a version of the exports
 */
export function writeAliases(rewriting: Rewriting, holder: (version: number) => string): void {
  const { facts, declarations, edits, names } = rewriting;
  for (const { declarator, of, name, pattern, version, parameter, assignment } of facts.exports.aliases) {
    if (declarator !== null && of === 'module') declarations.drop(declarator);
    else if (declarator !== null && pattern) {
      edits.replace(declarator.range, `${name} = ${holder(version ?? 0)}`, 'exports-alias');
    } else if (of === 'module') {
      // `(function (m) {})(module)`, `m = module;`: nothing reads it any more, but the name `module` must go.
      const value = parameter?.argument ?? assignment;
      if (value) edits.replace(value, names.undefinedAt(value), 'exports-alias');
    }
  }
}
