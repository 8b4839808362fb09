import type { Check } from './check.ts';
import { apm } from './checks/apm.ts';
import { ava } from './checks/ava.ts';
import { browserify } from './checks/browserify.ts';
import { declarations } from './checks/declarations.ts';
import { deepImports } from './checks/deep-imports.ts';
import { engines } from './checks/engines.ts';
import { eslint } from './checks/eslint.ts';
import { jest } from './checks/jest.ts';
import { mocha } from './checks/mocha.ts';
import { moduleMocks } from './checks/module-mocks.ts';
import { nodeTest } from './checks/node-test.ts';
import { nodemon } from './checks/nodemon.ts';
import { nyc } from './checks/nyc.ts';
import { pm2 } from './checks/pm2.ts';
import { published } from './checks/published.ts';
import { requireHooks } from './checks/require-hooks.ts';
import { semver } from './checks/semver.ts';
import { tap } from './checks/tap.ts';
import { tsNode } from './checks/ts-node.ts';
import { webpack } from './checks/webpack.ts';

/** All checks, in the order in which their advice is given. A new one is a file in `checks/` and a line here. */
export const checks: readonly Check[] = [
  mocha,
  jest,
  ava,
  tap,
  nodeTest,
  moduleMocks,
  nyc,
  requireHooks,
  apm,
  nodemon,
  pm2,
  tsNode,
  webpack,
  browserify,
  eslint,
  engines,
  declarations,
  deepImports,
  published,
  semver,
];
