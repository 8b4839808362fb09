import type { InferredOptionTypes } from 'yargs';
import type { Report } from '../project/report.ts';
import type { Reviewed, ReviewOptions } from '../review/reporter.ts';
import { reporters } from '../review/reporters.ts';
import { wantsColors } from '../review/terminal.ts';
import type { Context } from './context.ts';
import { type Destination, destinationsOf } from './destinations.ts';
import type { outputOptions } from './options.ts';
import { emit, emitToFile } from './output.ts';

export type OutputArguments = Omit<InferredOptionTypes<typeof outputOptions>, 'q'>;

type Presentation = Pick<ReviewOptions, 'diff' | 'hint'>;

/** The text of a review in one form, and where it goes. */
interface Rendering {
  readonly output: string | null;
  readonly pieces: Iterable<string>;
}

/** Renders a review by the reporters that the arguments name, and prints what came out to where it belongs. */
export async function presenter(argv: OutputArguments, context: Context) {
  const { quiet = false, refused } = argv;
  const checkout = context.env.GITHUB_WORKSPACE || null;
  const colors = wantsColors(context.stdout, context.env);
  const loaded = await Promise.all(destinationsOf(argv).map(load));
  return {
    render: (review: Reviewed, { diff, hint }: Presentation): readonly Rendering[] =>
      loaded.map(({ output, render }) => ({
        output,
        pieces: render(review, { colors: colors && output === null, quiet, diff, hint, refused, checkout }),
      })),
    print: async (renderings: readonly Rendering[]): Promise<void> => {
      for (const { output, pieces } of renderings)
        if (output === null) await emit(context.stdout, pieces, context.signal);
        else await emitToFile(output, context, pieces);
    },
  };
}

/** The same, taken down: what it was made from may change now. */
export function held(renderings: readonly Rendering[]): readonly Rendering[] {
  return renderings.map(({ output, pieces }) => ({ output, pieces: [...pieces] }));
}

export function hasProblems({ summary }: Report): boolean {
  return summary.refused > 0 || summary.error > 0;
}

async function load({ reporter, output }: Destination) {
  return { output, render: await reporters[reporter].load() };
}
