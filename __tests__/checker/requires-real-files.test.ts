import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { esmFacts } from '../../src/checker/esm.ts';
import { layoutFacts } from '../../src/checker/layout.ts';
import { nameFacts } from '../../src/checker/names.ts';
import { requireFacts } from '../../src/checker/requires/index.ts';
import { contextOf } from '../support/scan-context.ts';

const packages = ['jscodeshift', 'yargs', 'recast', '@babel/core', 'jest-runtime', 'eslint-scope', 'ajv'];

function scriptsOf(name: string): readonly string[] {
  const root = fileURLToPath(new URL(`../../node_modules/${name}/`, import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => /\.[cm]?js$/.test(path)).map((path) => join(root, path));
}

test.each(packages)('the facts of every file of %s are plain data about places in it', (name) => {
  for (const path of scriptsOf(name)) {
    const source = readFileSync(path, 'utf8');
    const context = contextOf(source, path);
    const facts = {
      layout: layoutFacts(context),
      names: nameFacts(context),
      requires: requireFacts(context),
      esm: esmFacts(context),
    };
    const text = JSON.stringify(facts);
    expect(JSON.stringify(structuredClone(facts))).toBe(text);
    expect(JSON.stringify(JSON.parse(text))).toBe(text);

    const { top, bottom, statements } = facts.layout;
    const begin = statements[0]?.[0] ?? source.length;
    expect({ path, order: 0 <= top && top <= begin && begin <= Math.max(bottom, begin) }).toEqual({
      path,
      order: true,
    });
    for (const { call, argument, statement } of facts.requires.requires) {
      const isInside =
        statement[0] <= call[0] &&
        call[0] <= argument[0] &&
        argument[1] <= call[1] &&
        call[1] <= statement[1];
      expect({ path, call, isInside }).toEqual({ path, call, isInside: true });
    }
  }
});
