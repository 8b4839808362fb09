import type { InferredOptionTypes } from 'yargs';
import type { Report } from '../project/report.ts';
import type { Reviewed } from '../review/reporter.ts';
import { reporters } from '../review/reporters.ts';
import { wantsColors } from '../review/terminal.ts';
import type { Context } from './context.ts';
import type { outputOptions } from './options.ts';
import { emit, emitToFile } from './output.ts';

export type OutputArguments = Omit<InferredOptionTypes<typeof outputOptions>, 'q'>;

interface Presentation {
  readonly diff: boolean;
  readonly hint: string | null;
}

/** The text of a review by the reporter that the arguments name, and where it goes. */
export async function presenter(argv: OutputArguments, context: Context) {
  const render = await reporters[argv.json ? 'json' : argv.reporter].load();
  const { output, quiet = false } = argv;
  const colors = output === undefined && wantsColors(context.stdout, context.env);
  return {
    render: (review: Reviewed, { diff, hint }: Presentation) => render(review, { colors, quiet, diff, hint }),
    print: (pieces: Iterable<string>) =>
      output === undefined ? emit(context.stdout, pieces) : emitToFile(output, context.cwd, pieces),
  };
}

export function hasProblems({ summary }: Report): boolean {
  return summary.refused > 0 || summary.error > 0;
}
