import { Writable } from 'node:stream';
import type { Plan } from '../../plan.ts';
import type { PlannedFile } from '../../project/plan.ts';
import { paints } from '../../review/paint.ts';
import { describeFile } from '../../review/pretty.ts';
import { type SourceOf, sourcesOf } from '../../review/sources.ts';
import { describeSummary } from '../../review/summary.ts';
import { counted, printable, wantsColors } from '../../review/terminal.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import { Failure } from '../failure.ts';
import { emit } from '../output.ts';
import { type PlanArguments, planFrom } from '../planning.ts';
import type { OutputArguments } from '../present.ts';
import { type WriteArguments, writePlan } from '../writing.ts';
import { DecisionStore } from './decisions.ts';
import { askForKey } from './key-prompt.ts';
import { type Move, movesFor } from './moves.ts';
import { agreeOn, answersIn, type SessionAnswers } from './session.ts';

type InteractiveArguments = PlanArguments & WriteArguments & Pick<OutputArguments, 'refused'>;

/**
 * Goes through a conversion file by file with the person at the terminal, then writes what they agreed to. What they
 * decided is kept until it is written, so that they can leave at any time.
 *
 * @throws Failure where there is no terminal
 */
export async function reviewInteractively(argv: InteractiveArguments, context: Context): Promise<ExitStatus> {
  if (context.stdin.isTTY !== true || context.stdout.isTTY !== true)
    throw new Failure('--interactive needs a terminal, for both input and output.');
  const store = new DecisionStore(context.cwd);
  const decisions = await store.load();
  const replan = (answers: SessionAnswers): Promise<Plan> => planFrom(withAnswers(argv, answers), context);
  try {
    const host = {
      refused: argv.refused,
      ask: questioner(context),
      save: () => store.save(decisions),
      replan,
    };
    const plan = await agreeOn(await replan(answersIn(decisions)), decisions, host);
    if (plan === null) return left(context);
    return await finish(plan, argv, context, store);
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error;
    context.stderr.write('esmshift: interrupted; `esmshift --interactive` goes on where you were\n');
    return EXIT.interrupted;
  }
}

/** Answers of the command line come last: they are the person's latest word. */
function withAnswers(argv: InteractiveArguments, answers: SessionAnswers): InteractiveArguments {
  const texts = Object.entries(answers).map(([path, shape]) => `${path}=${shape}`);
  return { ...argv, answer: [...texts, ...(argv.answer ?? [])] };
}

/** Shows a file as the pretty reporter does, and asks by key. */
function questioner(context: Context) {
  const colors = wantsColors(context.stdout, context.env);
  const paint = paints(colors);
  const style = {
    colors,
    paint,
    diff: true,
    quiet: false,
    refused: 'last',
    checkout: null,
    hint: null,
  } as const;
  return async (file: PlannedFile, number: number, total: number): Promise<Move> => {
    const sourceOf: SourceOf = sourcesOf([file]);
    await emit(context.stdout, [
      `\n${describeFile(file.row, file, { ...style, sourceOf, shown: new Set() })}\n`,
    ]);
    const message = `${printable(file.path)} (${number} of ${total})`;
    return askForKey({ message, choices: movesFor(file.row) }, promptContext(context));
  };
}

async function finish(
  plan: Plan,
  argv: InteractiveArguments,
  context: Context,
  store: DecisionStore,
): Promise<ExitStatus> {
  const paint = paints(wantsColors(context.stdout, context.env));
  await emit(context.stdout, [`\n${describeSummary(plan.report, paint)}`]);
  const { converted } = plan.report.summary;
  if (converted === 0) {
    await emit(context.stdout, ['There is nothing to write.\n']);
    return EXIT.done;
  }
  const choices = [
    { key: 'y', name: 'write', value: true },
    { key: 'n', name: 'not now; your decisions are kept', value: false },
  ];
  const message = `You have been through all files. Write ${counted(converted, 'converted file')}?`;
  if (!(await askForKey({ message, choices }, promptContext(context)))) return left(context);
  await writePlan(plan, argv, context);
  await store.clear();
  await emit(context.stdout, ['Written. `esmshift undo` takes it back.\n']);
  return EXIT.done;
}

async function left({ stdout }: Context): Promise<ExitStatus> {
  await emit(stdout, ['Nothing was written. `esmshift --interactive` goes on where you were.\n']);
  return EXIT.done;
}

/** A prompt ends the stream that it is given, and stdout is needed after it. */
function promptContext({ stdin, stdout, signal }: Context) {
  const forward = new Writable({
    write: (chunk, _encoding, done) => {
      stdout.write(chunk, done);
    },
  });
  return { input: stdin, output: Object.assign(forward, { columns: stdout.columns }), signal };
}
