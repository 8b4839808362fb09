import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../children.mjs';

const suite = `
describe('arithmetic', function () {
  before(() => console.log('before'));
  it('adds', () => require('assert').strictEqual(1 + 1, 2));
  it('fails', () => { require('assert').strictEqual(1 + 1, 3); });
  it('waits', (done) => setTimeout(done, 5));
  it.skip('skips', () => {});
  it('is pending');
});
`;

/** @type {import('../packages/worker.mjs').Work} */
export default async function runTests(Mocha, { site, folder }) {
  writeFileSync(join(site, 'suite.cjs'), suite);
  for (const reporter of ['spec', 'tap', 'dot', 'min', 'list', 'json']) {
    console.log(`-- ${reporter}`);
    const mocha = new Mocha({ reporter, color: false, slow: 10_000 });
    mocha.addFile(join(site, 'suite.cjs'));
    mocha.cleanReferencesAfterRun(true);
    const write = process.stdout.write;
    let text = '';
    process.stdout.write = (chunk) => {
      text += chunk;
      return true;
    };
    const failures = await new Promise((resolve) => mocha.run(resolve));
    process.stdout.write = write;
    console.log(failures, withoutTimes(text));
    mocha.unloadFiles();
  }
  const command = [
    join(folder, 'bin/mocha.js'),
    '--no-config',
    '--slow',
    '10000',
    '--reporter',
    'spec',
    'suite.cjs',
  ];
  const { exitCode, stdout, stderr } = await runNode(command, { cwd: site, seconds: 60 });
  console.log(exitCode, withoutTimes(stdout), withoutTimes(stderr));
}

/** @param {string} text */
function withoutTimes(text) {
  return text
    .replace(/\(?\d+ms\)?/g, '<time>')
    .replace(/"(?:duration|start|end)": .*/g, '<time>')
    .replace(/^ +at .*\n?/gm, '')
    .replace(/"stack": .*/g, '<stack>');
}
