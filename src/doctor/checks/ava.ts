import { type Check, isAtLeast, uses } from '../check.ts';

/** https://github.com/avajs/ava/blob/main/docs/recipes/es-modules.md */
export const ava: Check = {
  name: 'ava',
  *run(subject) {
    if (!uses(subject, 'ava')) return;
    const version = subject.versionOf('ava');
    if (!isAtLeast(version, 4))
      yield {
        level: 'must',
        place: 'package.json devDependencies.ava',
        message: `AVA ${version} loads test files with \`require\` unless it is told otherwise.`,
        action: 'Install AVA 4 or newer, which goes by the type of the package.',
      };
    if (subject.files.includes('ava.config.js') && !isAtLeast(version, 5))
      yield {
        level: 'should',
        place: 'ava.config.js',
        message: 'AVA reads an ava.config.js with `export default` in packages of the type `module`.',
        action: 'Check that it reads the converted file, or name it ava.config.cjs.',
      };
  },
};
