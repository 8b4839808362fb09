/** @type {import('../packages/worker.mjs').Work} */
export default async function compareVersions(semver, { load }) {
  console.log(semver.satisfies('1.2.4-beta.1', '^1.2.3', { includePrerelease: true }));
  console.log(
    semver.maxSatisfying(['1.0.0', '1.9.2', '2.0.0'], '~1.9'),
    semver.inc('1.2.3', 'prerelease', 'rc'),
  );
  console.log(
    new semver.Range('>=1.2 <2 || 3.x').format(),
    semver.coerce('v4.5').version,
    semver.diff('1.0.0', '1.1.0'),
  );
  console.log(
    semver.rsort(['1.0.0', '3.0.0', '2.0.0-a']),
    semver.valid('nope'),
    semver.minVersion('>1.2').version,
  );
  console.log(
    semver.subset('^1.2', '>=1'),
    semver.intersects('<2', '>1'),
    semver.simplifyRange(['1.0.0', '1.1.0'], '>=1.0.0 <=1.1.0'),
  );
  const satisfies = await load('semver/functions/satisfies.js');
  const Range = await load('semver/classes/range.js');
  console.log(satisfies === semver.satisfies, Range === semver.Range, satisfies('2.0.0', new Range('2')));
  try {
    new semver.SemVer('not a version');
  } catch (error) {
    console.log(String(error));
  }
}
