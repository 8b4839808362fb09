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
      const surface = withoutMarks(module.value, other?.value);
      const converted = withoutMarks(other?.value, module.value);
      return [
        ...compare(surface, withoutAnnounced(converted, surface, conditionalKeys), path),
        ...(other?.view == null ? [] : compare(module.alone, other.view, `${path} through require()`)),
      ];
    });
  };
}

/** A surface without the keys that were announced to be `undefined` where they used to be missing. */
function withoutAnnounced(
  surface: Description,
  before: Description,
  announced: ReadonlySet<string>,
): Description {
  if (!Array.isArray(surface)) return surface;
  const known = keysOf(before);
  return surface.filter(
    ({ key, value }) => known.includes(key) || value !== 'undefined' || !announced.has(key),
  );
}

/**
 * A surface without the keys that mark how a module was made: `module.exports` always; `__esModule`, and the default
 * object that stands beside named exports, where only one side has them.
 */
function withoutMarks(surface: Description, other: Description): Description {
  if (!Array.isArray(surface)) return surface;
  const marks = ['module.exports'];
  if (!keysOf(other).includes('__esModule')) marks.push('__esModule');
  if (keysOf(surface).includes('module.exports') && !keysOf(other).includes('default')) marks.push('default');
  return surface.filter(({ key }) => !marks.includes(key));
}

function keysOf(surface: Description): string[] {
  return Array.isArray(surface) ? surface.map(({ key }) => key) : [];
}

function compare(before: Description, after: Description, path: string): string[] {
  if (isRecord(before) && isRecord(after)) {
    if (isEngineError(before) && isEngineError(after)) return compareEngineErrors(before, after, path);
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      isAcceptedName(before, after, key) ? [] : compare(before[key], after[key], step(path, before, key)),
    );
  }
  if (Object.is(before, after)) return [];
  return [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`];
}

/** Names array elements by the key that they describe, where they have one. */
function step(path: string, owner: Record<string, unknown>, key: string): string {
  const element = owner[key];
  const label = Array.isArray(owner) && isRecord(element) ? (element.key ?? element.call ?? key) : key;
  return path === '' ? String(label) : `${path} > ${label}`;
}

function isRecord(value: Description): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

// ------------------------------------------------------------------------------------------- accepted differences

/** A function that had no name may have got one: `exports.f = function () {}` has none, an export declaration gives it. */
function isAcceptedName(before: Description, after: Description, key: string): boolean {
  if (key !== 'value' || !isRecord(before) || !isRecord(after)) return false;
  return before.key === 'name' && after.key === 'name' && before.value === '""';
}

const engineErrors = new Set(['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError']);
const engineWording =
  /is not (a function|defined|iterable|a constructor)|^Cannot (read|set|assign|access|convert|redefine|add|delete|destructure)|^Assignment to constant|^Class constructor|does not provide an export|Invalid attempt|has only a getter|before initialization/;

function isEngineError(value: Record<string, unknown>): boolean {
  const { prototype, message } = value;
  if (value.kind !== 'error' || !isRecord(prototype)) return false;
  const name = String(prototype.builtin).replace('.prototype', '');
  return engineErrors.has(name) && engineWording.test(String(message));
}

function compareEngineErrors(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: string,
): string[] {
  return compare(before.prototype, after.prototype, `${path} > prototype`);
}
