import { type Check, isAtLeast, listed, scriptsWith, sourcesWith, uses } from '../check.ts';

/** https://jestjs.io/docs/ecmascript-modules */
export const jest: Check = {
  name: 'jest',
  *run(subject) {
    if (!uses(subject, 'jest')) return;
    const version = subject.versionOf('jest');
    if (!isAtLeast(version, 27))
      yield {
        level: 'must',
        place: 'package.json devDependencies.jest',
        message: `Jest ${version} knows ES modules only in part.`,
        action: 'Install Jest 29 or newer.',
      };
    for (const { place } of scriptsWith(subject, /^(?!.*--experimental-vm-modules).*\bjest\b/))
      yield {
        level: 'must',
        place,
        message: 'Jest loads ES modules only where Node runs with --experimental-vm-modules.',
        action:
          'Write `node --experimental-vm-modules node_modules/jest/bin/jest.js`, and `transform: {}` where Babel would make CommonJS of them.',
      };
    const mocks = sourcesWith(subject, /\bjest\.(?:mock|doMock|unmock)\(/);
    if (mocks.length > 0)
      yield {
        level: 'must',
        place: listed(mocks),
        message: '`jest.mock` is not hoisted above imports, and does not replace ES modules.',
        action:
          'Use `jest.unstable_mockModule` and load the module under test with `await import()` after it.',
      };
    const globals = sourcesWith(
      subject,
      /^(?![\s\S]*@jest\/globals)[\s\S]*?\bjest\.(?:fn|spyOn|mock|useFakeTimers)\(/,
    );
    if (globals.length > 0)
      yield {
        level: 'must',
        place: listed(globals),
        message: 'There is no global `jest` in ES modules.',
        action: "Write `import { jest } from '@jest/globals'`.",
      };
  },
};
