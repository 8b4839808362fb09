import { type Check, listed } from '../check.ts';

/** https://nodejs.org/api/packages.html#package-entry-points */
export const deepImports: Check = {
  name: 'deep imports',
  *run({ manifest, planned }) {
    if (manifest.private || manifest.exports !== undefined) return;
    const bridges = planned.filter(({ file }) => file.added && /\.[cm]?js$/.test(file.path));
    if (bridges.length > 0)
      yield {
        level: 'note',
        place: listed(bridges.map(({ path }) => path)),
        message:
          'Without `exports`, users may load any file by its path; where one is renamed, a bridge stays.',
        action: 'List the public paths in `exports` with the next major version, and drop the bridges.',
      };
    else
      yield {
        level: 'note',
        place: 'package.json exports',
        message:
          'Without `exports`, users may load any file by its path, and every file is kept working for them.',
        action: 'List the public paths in `exports` with the next major version.',
      };
  },
};
