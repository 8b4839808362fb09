import { type Check, isAtLeast, uses } from '../check.ts';

/** https://node-tap.org/changelog/ */
export const tap: Check = {
  name: 'tap',
  *run(subject) {
    if (!uses(subject, 'tap') || isAtLeast(subject.versionOf('tap'), 18)) return;
    yield {
      level: 'should',
      place: 'package.json devDependencies.tap',
      message: `tap ${subject.versionOf('tap')} measures coverage with nyc, which does not see ES modules: they count as not covered, and tap asks for all to be.`,
      action: 'Install tap 18 or newer.',
    };
  },
};
