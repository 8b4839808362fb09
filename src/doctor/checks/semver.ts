import type { Check, Subject } from '../check.ts';
import { allowsBelowFloor } from './engines.ts';

/** Whether the next version has to be a major one, and why. */
export const semver: Check = {
  name: 'semver',
  *run(subject) {
    const { manifest } = subject;
    if (manifest.private || manifest.version === null) return;
    const reasons = reasonsForMajor(subject);
    yield reasons.length > 0
      ? {
          level: 'should',
          place: 'package.json version',
          message: `The change is semver-major: ${reasons.join('; ')}.`,
          action: 'Publish it as the next major version, after the points above.',
        }
      : {
          level: 'note',
          place: 'package.json version',
          message:
            'Nothing here makes it a major version: what `require` and `import` of it give stays the same.',
          action: 'Publish it as a minor version; a prerelease shows what was overlooked.',
        };
  },
};

function reasonsForMajor({ manifest, planned, files, textOf }: Subject): readonly string[] {
  if (!planned.some(({ file }) => file.row.kind === 'source' && file.row.status === 'converted')) return [];
  const range = manifest.engines.get('node');
  const reasons = [];
  if (range === undefined || allowsBelowFloor(range))
    reasons.push(
      `\`require\` of it fails on versions of Node that ${range === undefined ? 'nothing rules out' : `\`${range}\` allows`}`,
    );
  if (files.some((path) => path.endsWith('.d.ts') && /^\s*export\s*=/m.test(textOf(path))))
    reasons.push('its declaration files change from `export =`');
  if (manifest.exports === undefined)
    reasons.push('tools that hook or mock `require` no longer see its modules, whichever are loaded');
  return reasons;
}
