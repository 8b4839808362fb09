import { compare, compareExports } from '../../observe/compare.mjs';
import type { CallReport, Description, Observation } from './observation.ts';

/**
 * Compares two observed runs of one program.
 *
 * @param conditionalKeys keys that may exist with the value `undefined` where they did not exist before
 * @returns one line for each observable difference, by path into the observation; empty where they are the same.
 *   Accepted, as the README lists: names of anonymous exported functions, the wording of the engine's own errors, the
 *   keys `module.exports` and `__esModule`.
 */
export function differences(
  before: Observation,
  after: Observation,
  conditionalKeys: ReadonlySet<string> = new Set(),
): string[] {
  const compareModules = moduleComparison(before, after, conditionalKeys);
  return [
    ...compare(plainPart(before), plainPart(after), ''),
    ...compare(before.report.uncaught, after.report.uncaught, 'uncaught'),
    ...compare(before.report.globals, after.report.globals, 'globals'),
    ...compareCalls(before.report.calls, after.report.calls),
    ...compareModules('modules'),
    ...compareModules('afterCalls'),
  ];
}

function plainPart({ exitCode, signal, stdout, stderr }: Observation): Description {
  return { exitCode, signal, stdout, stderr };
}

/** The calls that were made on both sides: how a function looks decides how it is called, and that may change. */
function compareCalls(before: readonly CallReport[], after: readonly CallReport[]): string[] {
  const outcomes = new Map(after.map((report) => [report.call, report]));
  return before.flatMap((report) => {
    const other = outcomes.get(report.call);
    return other === undefined ? [] : compare(report, other, `calls > ${report.call}`);
  });
}

function moduleComparison(before: Observation, after: Observation, conditionalKeys: ReadonlySet<string>) {
  return (when: 'modules' | 'afterCalls'): string[] => {
    const [left, right] = [before.report[when], after.report[when]];
    if (left === null || right === null) return compare(left, right, when);
    return left.flatMap((module, index) => {
      const other = right[index];
      const path = `${when} ${module.path}`;
      return [
        ...compareExports(module.value, other?.value, path, conditionalKeys),
        ...(other?.view == null ? [] : compare(module.alone, other.view, `${path} through require()`)),
      ];
    });
  };
}
