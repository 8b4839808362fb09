import type { DiagnosticEntry } from './entry.ts';
import { exportsDiagnostics } from './exports.ts';
import { filesDiagnostics } from './files.ts';
import { loaderDiagnostics } from './loader.ts';
import { orderDiagnostics } from './order.ts';
import { packagesDiagnostics } from './packages.ts';
import { projectDiagnostics } from './project.ts';
import { requiresDiagnostics } from './requires.ts';
import { runtimeDiagnostics } from './runtime.ts';
import { strictDiagnostics } from './strict.ts';

/** The table of all diagnostics. A new code is a new row in the group that it belongs to. */
const table = {
  ...exportsDiagnostics,
  ...requiresDiagnostics,
  ...runtimeDiagnostics,
  ...strictDiagnostics,
  ...orderDiagnostics,
  ...loaderDiagnostics,
  ...projectDiagnostics,
  ...packagesDiagnostics,
  ...filesDiagnostics,
} as const;

export type DiagnosticCode = keyof typeof table;

export const diagnostics: Readonly<Record<DiagnosticCode, DiagnosticEntry>> = table;

export interface DiagnosticGroup {
  readonly title: string;
  readonly codes: readonly DiagnosticCode[];
}

/** The same codes under the headings of `esmshift explain` and docs/diagnostics.md, in the order of the table. */
export const diagnosticGroups: readonly DiagnosticGroup[] = [
  { title: 'Exports', codes: codesOf(exportsDiagnostics) },
  { title: 'Requires', codes: codesOf(requiresDiagnostics) },
  { title: 'What only CommonJS has', codes: codesOf(runtimeDiagnostics) },
  { title: 'Strict mode', codes: codesOf(strictDiagnostics) },
  { title: 'Load order', codes: codesOf(orderDiagnostics) },
  { title: 'Modules that look at the loader', codes: codesOf(loaderDiagnostics) },
  { title: 'The rest of the project', codes: codesOf(projectDiagnostics) },
  { title: 'Packages', codes: codesOf(packagesDiagnostics) },
  { title: 'Files', codes: codesOf(filesDiagnostics) },
];

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(table, text);
}

function codesOf<Group extends Partial<typeof table>>(
  group: Group,
): readonly (keyof Group & DiagnosticCode)[] {
  return Object.keys(group) as (keyof Group & DiagnosticCode)[];
}
