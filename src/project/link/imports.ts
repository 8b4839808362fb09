import type { EsmImport } from '../../checker/facts.ts';
import type { LinkFacts } from './link-facts.ts';

/** The declarations and `import()` calls by which a module is loaded. */
export function loadingImports({ esm }: Pick<LinkFacts, 'esm'>): readonly EsmImport[] {
  return [...esm.imports, ...esm.stars, ...esm.dynamicImports].filter(({ typeOnly }) => !typeOnly);
}

/** `import type` and `export type`, of which nothing is left when the file runs. */
export function typeImports({ esm }: Pick<LinkFacts, 'esm'>): readonly EsmImport[] {
  return [...esm.imports, ...esm.stars].filter(({ typeOnly }) => typeOnly);
}

/** How the specifier of a type is read: Flow completes it as `require` does, TypeScript takes it as `import` does. */
export function systemOfTypes({ language }: Pick<LinkFacts, 'language'>): 'commonjs' | 'esm' {
  return language === 'flow' ? 'commonjs' : 'esm';
}
