import type { Check } from '../check.ts';

const FLOOR = '^20.19.5 || ^22.17 || >=24.2';

/** https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require */
export const engines: Check = {
  name: 'engines',
  *run({ manifest }) {
    const range = manifest.engines.get('node') ?? null;
    if (range !== null && !allowsBelowFloor(range)) return;
    yield {
      level: manifest.private ? 'note' : 'must',
      place: 'package.json engines.node',
      message:
        range === null
          ? 'Nothing says which Node the package needs, and `require()` of ES modules needs a recent one.'
          : `\`${range}\` allows versions of Node whose \`require()\` cannot load ES modules, or fails in cycles.`,
      action: `Set it to "${FLOOR}".`,
    };
  },
};

/** Whether one of the alternatives of a range begins below what its line of Node needs. */
export function allowsBelowFloor(range: string): boolean {
  return range.split('||').some((part) => {
    const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    if (major === undefined) return true;
    const floor = MINORS.get(Number(major));
    if (floor !== undefined) return Number(minor ?? 0) < floor;
    return Number(major) < 24;
  });
}

/** The first minor of each line that does. */
const MINORS: ReadonlyMap<number, number> = new Map([
  [20, 19],
  [22, 12],
  [24, 0],
]);
