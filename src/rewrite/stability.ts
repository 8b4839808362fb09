/** Whether a top-level variable can stand for the value that it had at some place. */
import type { ModuleFacts, Names, Range, TopBinding } from '../checker/facts.ts';

export function topBinding(names: Names, name: string): TopBinding | null {
  return Object.hasOwn(names.top, name) ? (names.top[name] as TopBinding) : null;
}

/**
 * Never written after `offset`, which is directly in the program body: `exports.a = a` may become `export { a }`,
 * which importers see change with the variable.
 */
export function isStableAfter(binding: TopBinding, offset: number): boolean {
  if (binding.initialised !== null && binding.initialised > offset) return false;
  return binding.writes.every((write) => !write.deferred && write.at < offset);
}

/** The name that a top-level variable will have: strict mode makes some necessary, `var package` -> `var package_1`. */
export function nameAfterMends({ names, mends }: ModuleFacts, name: string): string {
  const at = topBinding(names, name)?.identifier;
  const mend = at && mends.find(({ range }) => range[0] === at[0] && range[1] === at[1]);
  // A shorthand property keeps its key: `{ package: package_1 }`.
  return mend === undefined ? name : mend.text.slice(mend.text.lastIndexOf(' ') + 1);
}

/** Whether strict mode makes a new name necessary: `var package` -> `var package_1`. */
export function isMended({ mends }: ModuleFacts, identifier: Range): boolean {
  return mends.some(({ range }) => range[0] === identifier[0] && range[1] === identifier[1]);
}
