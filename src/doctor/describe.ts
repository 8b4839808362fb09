import type { Paint } from '../review/paint.ts';
import { wrap } from '../review/terminal.ts';
import type { Advice } from './check.ts';
import type { Diagnosis, PackageDiagnosis } from './doctor.ts';

const WIDTH = 100;
const LEVELS = ['must', 'should', 'note'] as const;
const HEADINGS = {
  must: 'Must be changed, or something stops working',
  should: 'Should be changed',
  note: 'Good to know',
} as const;

/** A diagnosis for people. */
export function* describeDiagnosis({ packages, order, summary }: Diagnosis, paint: Paint): Generator<string> {
  for (const one of packages) yield* describePackage(one, paint, packages.length > 1);
  if (order.length > 1) {
    yield 'Convert the whole workspace in one run, or one package after the other, in this order:\n';
    for (const group of order)
      yield `  ${group.join(', ')}${group.length > 1 ? ' (together: they depend on each other)' : ''}\n`;
    yield '\n';
  }
  const { converted, refused, error } = summary;
  const errors = error > 0 ? `, in error: ${error}` : '';
  yield `Files that a run would convert: ${converted}, that would stay CommonJS: ${refused}${errors}.\n`;
}

function* describePackage({ name, folder, advice }: PackageDiagnosis, paint: Paint, named: boolean) {
  if (named) yield `${paint.path(name ?? (folder || '.'))}\n\n`;
  for (const level of LEVELS) {
    const these = advice.filter((one) => one.level === level);
    if (these.length === 0) continue;
    yield `${HEADINGS[level]}:\n`;
    for (const one of these) yield describeAdvice(one, paint);
    yield '\n';
  }
}

function describeAdvice({ check, place, message, action }: Advice, paint: Paint): string {
  const lines = [message, `-> ${action}`].map((line) => `${wrap(line, WIDTH, '    ')}\n`);
  return `  ${paint.code(check)} ${paint.faint(place)}\n${lines.join('')}`;
}
