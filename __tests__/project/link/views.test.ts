import { describe, expect, test } from '@jest/globals';
import type { Fate } from '../../../src/project/link/module.ts';
import { viewsOf } from '../../../src/project/link/views.ts';
import { type Beside, doorOf, modulesOf } from './modules.ts';

interface Given {
  readonly fate: Fate;
  readonly required?: boolean;
  readonly imported?: readonly string[];
  readonly beside?: Beside;
}

function views(text: string, { fate, required = false, imported = [], beside = {} }: Given) {
  const module = modulesOf({ 'm.js': text }, { 'm.js': beside }).get('m.js')!;
  return viewsOf(module, { fate, findings: [] }, required, new Set(imported), (name) => name !== 'inherited');
}

const nothing = { absentNames: [], snapshotNames: [], commonJsView: 'none' };
const named = 'exports.a = 1;';
const whole = 'module.exports = function f() {};\nmodule.exports.a = 1;';

describe('a named module', () => {
  test('needs nothing for those that require or import what it exports', () => {
    expect(views(named, { fate: 'named', required: true, imported: ['a'] })).toEqual(nothing);
  });

  test('exports names that are never set but imported', () => {
    expect(views(named, { fate: 'named', imported: ['z', 'b', 'a'] })).toEqual({
      ...nothing,
      absentNames: ['b', 'z'],
    });
  });

  test('gives outsiders one object', () => {
    expect(views(named, { fate: 'named', beside: { door: doorOf('a', 'late') } })).toEqual({
      ...nothing,
      absentNames: ['late'],
      commonJsView: 'object',
    });
  });
});

describe.each(['default', 'object'] as const)('a module of fate %s', (fate) => {
  test('gives its value to CommonJS only where that asks for it', () => {
    expect(views(whole, { fate }).commonJsView).toBe('none');
    expect(views(whole, { fate, required: true }).commonJsView).toBe('value');
    expect(views(whole, { fate, beside: { reached: true } }).commonJsView).toBe('value');
    expect(views(whole, { fate, beside: { door: doorOf() } }).commonJsView).toBe('value');
  });

  test('copies the names that are imported, and says which may be inherited', () => {
    const { snapshotNames } = views(whole, {
      fate,
      imported: ['inherited', 'default', 'a'],
      beside: { door: doorOf('b') },
    });
    expect(snapshotNames).toEqual([
      { name: 'a', own: true },
      { name: 'b', own: true },
      { name: 'inherited', own: false },
    ]);
  });
});

test.each(['stay', 'asis', 'esm'] as const)('what is %s exports what it says', (fate) => {
  const given = { fate, required: true, imported: ['z'], beside: { door: doorOf('z') } };
  expect(views(named, given)).toEqual(nothing);
});
