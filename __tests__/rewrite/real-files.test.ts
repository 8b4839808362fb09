import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { diagnostics } from '../../src/checker/diagnostics/codes.ts';
import type { ModuleFacts } from '../../src/checker/facts.ts';
import { scan } from '../../src/checker/scan.ts';
import { applyEdits, rewrite } from '../../src/rewrite/rewrite.ts';
import { SyntaxFailure } from '../../src/syntax/parse.ts';
import { brokenPromises } from './support/convert.ts';
import { decisionFor } from './support/decision.ts';

/** Packages of this project's own development, as they are published: a few hundred CommonJS files. */
const packages = ['recast', 'ast-types', 'jscodeshift', 'yargs', 'ajv', 'picomatch', 'semver', 'jest-util'];

const files = packages.flatMap((name) => scriptsBelow(join('node_modules', name)));

test('real files parse, keep their comments and bytes, and are not changed twice', () => {
  const broken: string[] = [];
  let converted = 0;
  for (const path of files) {
    const source = readFileSync(path, 'utf8');
    const facts = factsOf(source, path);
    if (facts === null || !isConvertible(facts)) continue;
    const changes = refusals(facts).length > 0 ? ({ shape: 'default' } as const) : {};
    const edits = rewrite(source, facts, decisionFor(facts, changes));
    const code = applyEdits(source, edits);
    broken.push(...brokenPromises(source, facts, edits, code).map((promise) => `${path}: ${promise}`));
    converted++;
  }
  expect(broken).toEqual([]);
  expect(converted).toBeGreaterThan(200);
});

function factsOf(source: string, path: string): ModuleFacts | null {
  try {
    return scan(source, { path });
  } catch (error) {
    if (error instanceof SyntaxFailure) return null;
    throw error;
  }
}

const refusals = ({ findings }: ModuleFacts) =>
  findings.filter(({ code }) => diagnostics[code].severity === 'refusal');

/** As it is, or as one object by the answer `default`. */
function isConvertible(facts: ModuleFacts): boolean {
  return facts.system !== 'mixed' && refusals(facts).every(({ settledBy }) => settledBy.includes('default'));
}

function scriptsBelow(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.js')).map((path) => join(folder, path));
}
