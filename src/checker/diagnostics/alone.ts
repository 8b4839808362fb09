import type { DiagnosticExample } from './entry.ts';

/** An example of one file, and the same file as a module, naively: for most hazards the code need not even change. */
export function alone(source: string, naive: string = source): DiagnosticExample {
  return { files: { 'main.js': source }, file: 'main.js', naive: { 'main.mjs': naive } };
}
