import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { problemFile } from '../project/planned-files.ts';
import { counted } from '../review/terminal.ts';
import type { Context } from './context.ts';
import { emitToFile } from './output.ts';
import { refuseBadPaths } from './paths.ts';
import { type PlanArguments, withProgress } from './planning.ts';

/** Writes the facts of the files that the arguments mean, and plans nothing. */
export async function writeFacts(output: string, argv: PlanArguments, context: Context): Promise<void> {
  const { packageFacts } = await import('../project/facts-lines/write.ts');
  const { text, files, problems } = await withProgress(argv, context, packageFacts);
  refuseBadPaths({ files: problems.map((problem) => problemFile(problem).row) });
  await mkdir(dirname(resolve(context.cwd, output)), { recursive: true });
  await emitToFile(output, context, [text]);
  context.stderr.write(`Facts of ${counted(files, 'file')} written to ${output}.\n`);
}
