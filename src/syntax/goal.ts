import type * as t from '@babel/types';

/** Which of the two goal symbols of ECMA-262 §16 a source is parsed with; a CommonJS file is a `script`. */
export type Goal = 'script' | 'module';

const MODULE_ENDING = /\.m[jt]s$/;
const SCRIPT_ENDING = /\.c[jt]s$/;
const LOOKS_LIKE_MODULE = /^[ \t]*(?:import[\s{*'"]|export[\s{*])/m;
const MODULE_ONLY = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSNamespaceExportDeclaration',
]);

/**
 * The goal to try first. `.mjs` and `.cjs` say it; otherwise it is a guess from lines that begin like a declaration.
 * Being wrong costs time, not truth: `parse` settles on the same goal whichever comes first.
 */
export function likelyGoal(source: string, path: string): Goal {
  if (MODULE_ENDING.test(path)) return 'module';
  if (SCRIPT_ENDING.test(path)) return 'script';
  return LOOKS_LIKE_MODULE.test(source) ? 'module' : 'script';
}

/** Whether the file's name alone makes it a module. */
export function isNamedModule(path: string): boolean {
  return MODULE_ENDING.test(path);
}

/** Whether a program that parsed as a module could not have been a script: it imports or exports something. */
export function hasModuleDeclaration(program: t.Program): boolean {
  return program.body.some((statement) => MODULE_ONLY.has(statement.type));
}
