import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { DiagnosticExample } from '../../src/checker/diagnostics/entry.ts';
import { diagnosticCodes, explainCode } from '../../src/checker/diagnostics/explain.ts';
import { check, type FileReport, plan } from '../../src/index.ts';
import { neighbourResolver } from '../../src/project/neighbours.ts';
import { inFolder } from './example-folder.ts';

const examples = diagnosticCodes.flatMap((code) => {
  const { example, severity } = explainCode(code)!;
  return example === null ? [] : [{ code, severity, example }];
});

/** Lets happen to the files what the example says, once they have been found and before they are read. */
function meanwhile({ files }: DiagnosticExample, cwd: string): (progress: { phase: string }) => void {
  let due = Object.entries(files);
  return ({ phase }) => {
    if (phase === 'find') return;
    for (const [path, file] of due) {
      if (typeof file === 'string' || !('meanwhile' in file)) continue;
      rmSync(join(cwd, path));
      if (file.meanwhile === 'folder') mkdirSync(join(cwd, path));
    }
    due = [];
  };
}

/** The row of the example's file, from the whole folder or from the file on its own. */
async function rowOf(example: DiagnosticExample): Promise<Pick<FileReport, 'status' | 'diagnostics'>> {
  const { paths = ['.'], options = {}, file, files } = example;
  const source = files[file];
  return inFolder(files, async (cwd) => {
    const path = join(cwd, file);
    if (example.alone === true) return check(String(source), { path, resolve: neighbourResolver(path) });
    const { report } = await plan({ ...options, cwd, paths, onProgress: meanwhile(example, cwd) });
    return report.files.find(({ path }) => path === file)!;
  });
}

test.each(examples)('the example of $code is reported with it', async ({ code, severity, example }) => {
  const { status, diagnostics } = await rowOf(example);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  for (const { message, help } of diagnostics) expect(message + help).not.toMatch(/(?<!`)undefined|NaN/);
  if (severity === 'refusal') expect(status).toBe('refused');
  if (severity === 'error') expect(status).toBe('error');
});
