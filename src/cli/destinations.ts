import type { ReporterName } from '../review/reporters.ts';
import { Failure } from './failure.ts';

/** One result: in which form, and where to. */
export interface Destination {
  readonly reporter: ReporterName;
  /** Null: stdout. */
  readonly output: string | null;
}

interface DestinationArguments {
  readonly json: boolean | undefined;
  readonly reporter: readonly ReporterName[] | undefined;
  readonly output: readonly string[] | undefined;
}

/**
 * Pairs reporters with outputs: the first `--output` is for the first `--reporter`, the second for the second. Who has
 * none, or `-`, goes to stdout, where there is room for one.
 *
 * @throws Failure where an output has no reporter, or two results would end up in one place
 */
export function destinationsOf({
  json,
  reporter,
  output = [],
}: DestinationArguments): readonly Destination[] {
  const names: readonly ReporterName[] = json ? ['json'] : (reporter ?? ['pretty']);
  const surplus = output[names.length];
  if (surplus !== undefined) throw new Failure(`--output ${surplus} has no --reporter of its own.`);
  const destinations = names.map((name, index) => ({ reporter: name, output: place(output[index]) }));

  const taken = new Map<string | null, ReporterName>();
  for (const destination of destinations) {
    const other = taken.get(destination.output);
    if (other !== undefined) throw new Failure(collision(other, destination));
    taken.set(destination.output, destination.reporter);
  }
  return destinations;
}

function place(output: string | undefined): string | null {
  return output === undefined || output === '-' ? null : output;
}

function collision(other: ReporterName, { reporter, output }: Destination): string {
  return output === null
    ? `Both ${other} and ${reporter} would go to stdout: give one of them an --output.`
    : `Both ${other} and ${reporter} would go to ${output}.`;
}
