import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { version } from '../src/version.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json'));

test('is an ES module package for the Node versions whose require() loads ES modules', () => {
  expect(manifest.type).toBe('module');
  expect(manifest.engines).toEqual({ node: '^20.19 || >=22.12' });
});

test('carries the version of its package.json', () => {
  expect(version).toBe(manifest.version);
});

test('runs without jscodeshift, which only the users of transforms/ bring', () => {
  expect(manifest.dependencies).not.toHaveProperty('jscodeshift');
  expect(manifest.peerDependenciesMeta.jscodeshift.optional).toBe(true);
});

test('locks every dependency by integrity and names no registry host', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const installed = Object.entries<Record<string, unknown>>(lock.packages).filter(([path]) => path !== '');
  for (const [path, entry] of installed) {
    expect({ path, entry }).toEqual({
      path,
      entry: expect.objectContaining({ integrity: expect.any(String) }),
    });
    expect({ path, resolved: entry.resolved }).toEqual({ path, resolved: undefined });
  }
});
