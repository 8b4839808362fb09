import { join, relative } from 'node:path';
import { withSlashes } from './files/paths.ts';
import { isProblem, readSource } from './files/read.ts';
import type { InstalledModules } from './link/installed-loads.ts';
import type { LinkModule, Target } from './link/module.ts';
import { builtinNames } from './resolve/builtins.ts';
import type { Resolver } from './resolve/resolver.ts';
import { scanOrFinding } from './scanned.ts';

/** Longer texts are bundles, of which little can be said. */
const LONGEST = 200_000;

/**
 * Installed files as modules, for judging what loading them does. Each is read and scanned at most once in a run, and
 * only where the order of a program depends on it.
 *
 * @param modules those of the project, which installed files may load in turn
 */
export function installedModules(
  root: string,
  modules: ReadonlyMap<string, LinkModule>,
  resolver: Resolver,
): InstalledModules {
  const known = new Map<string, LinkModule | null>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const module = readModule(file);
    known.set(file, module);
    return module;
  };

  function readModule(file: string): LinkModule | null {
    if (!/\.(?:[cm]?js)$/.test(file)) return null;
    const read = readSource(file);
    if (isProblem(read) || read.source.length > LONGEST) return null;
    const facts = scanOrFinding(read.source, file);
    if (!('system' in facts)) return null;
    const { imports, stars, dynamicImports } = facts.esm;
    return {
      id: file,
      facts,
      targets: facts.requires.map(({ specifier }) =>
        specifier === null ? { kind: 'dynamic' } : targetOf(specifier, file, 'commonjs'),
      ),
      imports: new Map(
        [...imports, ...stars, ...dynamicImports].map(({ argument, specifier }) => [
          argument[0],
          targetOf(specifier, file, 'esm'),
        ]),
      ),
      candidate: false,
      answer: null,
      alone: false,
      mayLoad: [],
      relays: [],
      reached: false,
      door: null,
      deleted: [],
    };
  }

  function targetOf(specifier: string, from: string, loader: 'commonjs' | 'esm'): Target {
    const resolution = resolver[loader](specifier, from);
    if (resolution.kind === 'builtin')
      return { kind: 'builtin', name: resolution.name, names: builtinNames(resolution.name) };
    const file = resolution.kind === 'file' ? resolution.path : null;
    const id = file === null ? null : withSlashes(relative(root, file));
    if (id !== null && modules.has(id) && join(root, id) === file) return { kind: 'module', id };
    return { kind: 'external', external: { system: 'unknown', names: null, specifier: null }, file };
  }
}
