import { describe, expect, test } from '@jest/globals';
import { type PackageFolder, type PlacedFile, placeFiles } from '../../src/project/placement.ts';

describe('placing files so that Node loads each with its own module system', () => {
  test('everything converted: the package becomes a module and nothing is renamed', () => {
    const placed = placeFiles(pkg({ files: [esm('a.js'), esm('lib/b.js')] }), 'package');
    expect(placed.types).toEqual(new Map([['', 'module']]));
    expect(placed.renames).toEqual(new Map());
  });

  test('what stays CommonJS is renamed to .cjs', () => {
    const placed = placeFiles(pkg({ files: [esm('a.js'), cjs('lib/b.js'), cjs('bin/tool')] }), 'package');
    expect(placed.renames).toEqual(
      new Map([
        ['lib/b.js', 'lib/b.cjs'],
        ['bin/tool', 'bin/tool.cjs'],
      ]),
    );
  });

  test('a name that is taken gets a number, whatever its case', () => {
    const placed = placeFiles(pkg({ files: [esm('a.js'), cjs('b.js'), cjs('B.cjs')] }), 'package');
    expect(placed.renames).toEqual(new Map([['b.js', 'b_1.cjs']]));
  });

  test('nothing converted: nothing happens', () => {
    const placed = placeFiles(pkg({ files: [cjs('a.js'), either('b.js')], unjudged: ['c.js'] }), 'package');
    expect(placed).toEqual({ renames: new Map(), types: new Map(), blocked: [] });
  });

  test('folders of unjudged files stay CommonJS by a package.json of their own', () => {
    const files = [esm('index.js'), esm('lib/a.js')];
    const placed = placeFiles(pkg({ files, unjudged: ['dist/x.js', 'dist/deep/y.js'] }), 'package');
    expect(placed.types).toEqual(
      new Map([
        ['', 'module'],
        ['dist', 'commonjs'],
      ]),
    );
    expect(placed.blocked).toEqual([]);
  });

  test('a folder that was converted alone becomes a module alone', () => {
    const files = [esm('lib/a.js'), cjs('lib/sub/b.js')];
    const placed = placeFiles(pkg({ files, unjudged: ['index.js'] }), 'package');
    expect(placed.types).toEqual(new Map([['lib', 'module']]));
    expect(placed.renames).toEqual(new Map([['lib/sub/b.js', 'lib/sub/b.cjs']]));
  });

  test('unjudged files beside converted ones block the change of type, and are listed', () => {
    const placed = placeFiles(pkg({ files: [esm('index.js')], unjudged: ['other.js'] }), 'package');
    expect(placed.blocked).toEqual(['other.js']);
    expect(placed.types).toEqual(new Map());
  });

  test('--as mjs renames what was converted and leaves the type alone', () => {
    const placed = placeFiles(pkg({ files: [esm('a.js'), cjs('b.js')], unjudged: ['c.js'] }), 'mjs');
    expect(placed).toEqual({ renames: new Map([['a.js', 'a.mjs']]), types: new Map(), blocked: [] });
  });

  test('in a package that is a module already, CommonJS text in .js files is given its name', () => {
    const placed = placeFiles(pkg({ type: 'module', files: [esm('a.js'), cjs('b.js')] }), 'package');
    expect(placed.renames).toEqual(new Map([['b.js', 'b.cjs']]));
    expect(placed.types).toEqual(new Map());
  });
});

function pkg(over: Partial<PackageFolder>): PackageFolder {
  return {
    folder: '',
    type: null,
    files: [],
    unjudged: [],
    present: [],
    kept: [],
    selfReferring: [],
    shown: [],
    ...over,
  };
}

function esm(id: string): PlacedFile {
  return { id, system: 'esm' };
}

function cjs(id: string): PlacedFile {
  return { id, system: 'commonjs' };
}

function either(id: string): PlacedFile {
  return { id, system: 'either' };
}
