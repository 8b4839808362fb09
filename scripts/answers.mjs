// Records anew what esmshift answers about real packages and small programs. `git diff` then shows what has changed.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const tests = ['__tests__/answers/', '__tests__/programs/verdicts'];

rmSync(`${root}__testfixtures__/answers`, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...tests,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, RECORD_ANSWERS: '1' } },
);
process.exitCode = status ?? 1;
