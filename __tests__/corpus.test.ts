import { expect, test } from '@jest/globals';
import { corpusPackages, selectPackages } from '../scripts/corpus-store.mjs';

const packages = corpusPackages();
const specs = (filters: string[]): string[] => selectPackages(packages, filters).map((pkg) => pkg.spec);

test('pins every package to one exact version, once', () => {
  for (const { spec } of packages) expect(spec).toMatch(/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/);
  expect(new Set(packages.map((pkg) => pkg.home)).size).toBe(packages.length);
});

test('a name selects every pinned version, name@version that one, nothing all of them', () => {
  expect(specs(['commander'])).toEqual(['commander@2.20.3', 'commander@7.2.0', 'commander@11.1.0']);
  expect(specs(['commander@7.2.0'])).toEqual(['commander@7.2.0']);
  expect(specs([])).toHaveLength(packages.length);
});

test('refuses a name that the manifest does not hold', () => {
  expect(() => specs(['express', 'left-pad'])).toThrow('not in corpus/packages.json: left-pad');
});
