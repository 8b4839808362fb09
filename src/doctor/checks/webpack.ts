import { type Check, uses } from '../check.ts';

/** https://webpack.js.org/configuration/module/#resolvefullyspecified */
export const webpack: Check = {
  name: 'webpack',
  *run(subject) {
    if (!uses(subject, 'webpack')) return;
    yield {
      level: 'note',
      place: 'package.json type',
      message:
        'In a package of the type `module`, webpack wants whole file names in imports. Converted files have them; files that were ES modules before may not.',
      action: 'Complete those imports, or set `resolve.fullySpecified` to false for them.',
    };
  },
};
