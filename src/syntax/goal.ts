import type * as t from '@babel/types';
import { hasTypeKind } from './kinds.ts';
import type { Language } from './language.ts';

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

/**
 * Whether a program that parsed as a module could not have been a script: it imports or exports something. What imports
 * and exports types of Flow may stand in both, since nothing is left of it when the file runs; TypeScript takes a file with
 * such declarations for a module.
 */
export function hasModuleDeclaration(program: t.Program, language: Language): boolean {
  return program.body.some(
    (statement) => MODULE_ONLY.has(statement.type) && !(language === 'flow' && hasTypeKind(statement)),
  );
}

/** The parameters of the function that Node wraps around a script (Node documentation, "The module wrapper"). */
const WRAPPER_NAMES = new Set(['exports', 'require', 'module', '__filename', '__dirname']);

/**
 * The first name of the wrapper that a script declares by `let`, `const` or `class`: a function body cannot declare
 * its parameters so (ECMA-262 §15.2.1), and Node takes a file that does for a module.
 */
export function wrapperNameDeclaredIn(program: t.Program): t.Identifier | null {
  for (const statement of program.body) {
    for (const name of namesDeclaredBy(statement)) if (WRAPPER_NAMES.has(name.name)) return name;
  }
  return null;
}

/** Plain names only: a pattern that declares one of these is not worth a walk. */
function namesDeclaredBy(statement: t.Statement): readonly t.Identifier[] {
  if (statement.type === 'ClassDeclaration') return statement.id ? [statement.id] : [];
  if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []));
}
