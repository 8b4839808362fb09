import { type Check, uses } from '../check.ts';

const bundlers = ['browserify', 'watchify', 'karma-browserify', 'grunt-browserify', 'budo'];

/** Whatever turns ES modules into CommonJS on the way. */
const translators = ['esmify', 'babelify', 'tsify'];

/** https://github.com/mattdesl/esmify */
export const browserify: Check = {
  name: 'browserify',
  *run(subject) {
    const used = bundlers.find((name) => uses(subject, name));
    if (used === undefined || translators.some((name) => uses(subject, name))) return;
    yield {
      level: 'must',
      place: 'package.json type',
      message: `${used} has Browserify parse files as scripts: an import or export declaration is a syntax error to it.`,
      action: 'Bundle with `-p esmify`, or keep the files that it bundles with `// esmshift: keep`.',
    };
  },
};
