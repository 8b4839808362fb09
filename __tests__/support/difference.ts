import type { Description, Observation } from './observation.ts';

/**
 * Compares two observed runs of one program.
 *
 * @returns one line for each observable difference, by path into the observation; empty where they are the same.
 *   Accepted, as the README lists: names of anonymous exported functions, the wording of the engine's own errors, the
 *   keys `module.exports` and `__esModule`.
 */
export function differences(before: Observation, after: Observation): string[] {
  return [
    ...compare(plainPart(before), plainPart(after), ''),
    ...compare(before.report.uncaught, after.report.uncaught, 'uncaught'),
    ...compare(before.report.globals, after.report.globals, 'globals'),
    ...compare(before.report.calls, after.report.calls, 'calls'),
    ...compareModules(before, after, 'modules'),
    ...compareModules(before, after, 'afterCalls'),
  ];
}

function plainPart({ exitCode, signal, stdout, stderr }: Observation): Description {
  return { exitCode, signal, stdout, stderr };
}

function compareModules(before: Observation, after: Observation, when: 'modules' | 'afterCalls'): string[] {
  const [left, right] = [before.report[when], after.report[when]];
  if (left === null || right === null) return compare(left, right, when);
  return left.flatMap((module, index) => {
    const other = right[index];
    const path = `${when} ${module.path}`;
    return [
      ...compare(withoutMarks(module.value, other?.value), withoutMarks(other?.value, module.value), path),
      ...(other?.view === null ? [] : compare(module.alone, other?.view, `${path} through require()`)),
    ];
  });
}

/**
 * A surface without the keys that mark how a module was made: `module.exports` always; `__esModule`, and the default
 * object that stands beside named exports, where only one side has them.
 */
function withoutMarks(surface: Description, other: Description): Description {
  if (!Array.isArray(surface)) return surface;
  const keysOf = (side: Description): string[] => (Array.isArray(side) ? side.map(({ key }) => key) : []);
  const marks = ['module.exports'];
  if (!keysOf(other).includes('__esModule')) marks.push('__esModule');
  if (keysOf(surface).includes('module.exports') && !keysOf(other).includes('default')) marks.push('default');
  return surface.filter(({ key }) => !marks.includes(key));
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
