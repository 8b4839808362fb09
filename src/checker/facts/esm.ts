import type { Range } from './common.ts';

/** Import and export declarations. */

export interface EsmFacts {
  readonly imports: readonly EsmImport[];
  readonly exports: readonly string[];
  /** `export * from`. */
  readonly stars: readonly EsmImport[];
  readonly hasTopLevelAwait: boolean;
  /** `import('x')` with a literal, in CommonJS as well. */
  readonly dynamicImports: readonly EsmImport[];
}

export interface EsmImport {
  readonly specifier: string;
  readonly argument: Range;
  /** Imported names, `default` and `*` included; empty for a side effect only. */
  readonly names: readonly string[];
  /** `import type`: gone at run time, but its specifier must follow a renamed file. */
  readonly typeOnly: boolean;
}
