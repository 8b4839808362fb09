import { type Check, isAtLeast, scriptsWith, uses } from '../check.ts';

/** https://mochajs.org/#nodejs-native-esm-support */
export const mocha: Check = {
  name: 'mocha',
  *run(subject) {
    if (!uses(subject, 'mocha')) return;
    const version = subject.versionOf('mocha');
    if (!isAtLeast(version, 8))
      yield {
        level: 'must',
        place: 'package.json devDependencies.mocha',
        message: `Mocha ${version} cannot load all ES modules: test files from 7.1, files of --require from 8.`,
        action: 'Install Mocha 8 or newer.',
      };
    for (const { place } of scriptsWith(subject, /\bmocha\b.*(?:--watch\b|\s-w\b)/))
      yield {
        level: 'should',
        place,
        message: 'Watch mode does not load ES modules again when they change.',
        action: 'Run the tests with `node --watch`, or start Mocha anew.',
      };
    for (const { place } of scriptsWith(subject, /\bmocha\b.*(?:--reporter|-R|--ui|-u)[ =]\.\.?\//))
      yield {
        level: 'must',
        place,
        message: 'Reporters and interfaces of your own are loaded with `require`.',
        action: 'Keep those files CommonJS (answer `keep`).',
      };
  },
};
