import { type Check, listed, sourcesWith } from '../check.ts';

/** https://nodejs.org/api/test.html#mockmodulespecifier-options */
export const nodeTest: Check = {
  name: 'node:test',
  *run(subject) {
    const spies = sourcesWith(subject, /\bmock\.method\(\s*require\(/);
    if (spies.length > 0)
      yield {
        level: 'must',
        place: listed(spies),
        message:
          '`mock.method` changes an object; what other modules import by name from it stays as it was.',
        action: 'Use `mock.module` (with --experimental-test-module-mocks), or hand the dependency in.',
      };
  },
};
