import type { ValueUse } from '../../checker/facts.ts';
import type { LinkModule } from './module.ts';
import { usesOf } from './uses.ts';

/**
 * Builtins that the project patches: somewhere it writes to one, or hands it to code that may.
 *
 * The named exports of a builtin do not follow such writes (Node documentation, `module.syncBuiltinESMExports`), and
 * what a module takes out of it depends on when it does so. Of all other builtins every moment gives the same.
 * The same goes for installed CommonJS files, whose named exports Node copies once; these are told by their path.
 */
export function patchedBuiltins(modules: Iterable<LinkModule>): ReadonlySet<string> {
  const patched = new Set<string>();
  for (const { facts, targets } of modules) {
    for (const [index, fact] of facts.requires.entries()) {
      const target = targets[index]!;
      if (target.kind === 'builtin' && usesOf(fact).some(mayPatch)) patched.add(target.name);
      const file = target.kind === 'external' ? target.file : null;
      if (file !== null && usesOf(fact).some(writes)) patched.add(file);
    }
  }
  return patched;
}

function writes(use: ValueUse): boolean {
  return use.kind === 'member-write' || use.writes;
}

function mayPatch({ kind, writes }: ValueUse): boolean {
  return kind === 'member-write' || writes || kind === 'value' || kind === 'export';
}

/**
 * Builtins whose loading is noticed: they print a warning, change how the process behaves, or are missing from some
 * supported version or build of Node.
 */
const noticed = new Set([
  ...['domain', 'inspector', 'inspector/promises', 'punycode', 'repl', 'sys', 'trace_events', 'wasi'],
  ...['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'],
  ...['_stream_wrap', '_tls_common', '_tls_wrap'],
]);

export function isNoticedBuiltin(name: string): boolean {
  return noticed.has(name);
}
