import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { Failure } from '../failure.ts';
import { didYouMean } from '../nearest.ts';
import { emit } from '../output.ts';
import { onlyThese } from '../validate.ts';

interface ExplainArguments {
  readonly code: string | undefined;
}

/** `esmshift explain [code]`: what a code means, or which codes there are. */
export function explainCommand(context: Context): Command<ExplainArguments> {
  return {
    command: 'explain [code]',
    describe: 'Say what a code means, with an example and how to answer it',
    values: async () => (await import('../../checker/diagnostics/explain.ts')).diagnosticCodes,
    builder: (cli) =>
      cli
        .positional('code', {
          describe: 'A code, as in a report; without one, all are listed',
          type: 'string',
        })
        .check(onlyThese({}, 'code')),
    handler: async ({ code }) => {
      await emit(context.stdout, [await text(code, context)]);
      context.exit(EXIT.done);
    },
  };
}

async function text(code: string | undefined, { stdout, env }: Context): Promise<string> {
  const [{ diagnosticCodes, explainCode }, { describeCode, listCodes }, { paints }, { wantsColors }] =
    await Promise.all([
      import('../../checker/diagnostics/explain.ts'),
      import('../../review/explain.ts'),
      import('../../review/paint.ts'),
      import('../../review/terminal.ts'),
    ]);
  const paint = paints(wantsColors(stdout, env));
  if (code === undefined) return listCodes(paint);
  const explanation = explainCode(code);
  if (explanation === null) {
    const suggestion = didYouMean(code, diagnosticCodes, (match) => match);
    throw new Failure(`There is no code ${code}.${suggestion} \`esmshift explain\` lists all of them.`);
  }
  return describeCode(explanation, paint);
}
