import { posix } from 'node:path';
import { scan } from '../../../src/checker/scan.ts';
import { loadingImports } from '../../../src/project/link/imports.ts';
import type { Door, LinkModule, Target } from '../../../src/project/link/module.ts';

/** What a module is beside its text. */
export type Beside = Partial<Omit<LinkModule, 'id' | 'facts' | 'targets' | 'imports'>>;

/** Modules as linking gets them, from texts alone: `./a` leads to `a.js`; what is not among them is missing. */
export function modulesOf(
  texts: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, Beside>> = {},
): ReadonlyMap<string, LinkModule> {
  const target = (from: string, specifier: string | null): Target => {
    if (specifier === null) return { kind: 'dynamic' };
    const path = posix.join(posix.dirname(from), specifier);
    const id = [path, `${path}.js`].find((name) => Object.hasOwn(texts, name));
    if (id !== undefined) return { kind: 'module', id };
    return { kind: 'external', external: { system: 'missing', names: null, specifier: null }, file: null };
  };
  return new Map(
    Object.entries(texts).map(([id, text]) => {
      const facts = scan(`${text}\n`, { path: id });
      return [
        id,
        {
          id,
          facts,
          targets: facts.requires.map(({ specifier }) => target(id, specifier)),
          imports: new Map(
            loadingImports(facts).map(({ argument, specifier }) => [argument[0], target(id, specifier)]),
          ),
          types: new Map(),
          candidate: true,
          answer: facts.answer,
          alone: false,
          mayLoad: [],
          loose: [],
          handed: [],
          found: [],
          cached: [],
          namespaceNames: new Set(),
          runsGetters: false,
          relays: [],
          reached: false,
          door: null,
          ...beside[id],
        },
      ];
    }),
  );
}

export function doorOf(...names: readonly string[]): Door {
  return { names: new Set(['default', 'module.exports', ...names]), byPath: false, started: 'never' };
}
