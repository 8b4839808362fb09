import { expect, test } from '@jest/globals';
import {
  appendStrings,
  replaceStrings,
  setMain,
  setType,
  typeOnly,
} from '../../../src/project/packages/edit.ts';

test.each([
  ['{"name":"x","main":"a.js"}', '{"name":"x","type":"module","main":"a.js"}'],
  ['{ "name": "x" }', '{ "name": "x", "type": "module" }'],
  ['{ "main": "x" }', '{ "type": "module", "main": "x" }'],
  ['{}', '{\n  "type": "module"\n}'],
  ['{\n}\n', '{\n  "type": "module"\n}\n'],
  [
    '{\r\n\t"name": "x",\r\n\t"main": "a.js"\r\n}\r\n',
    '{\r\n\t"name": "x",\r\n\t"type": "module",\r\n\t"main": "a.js"\r\n}\r\n',
  ],
  [
    '{\n    "name" : "x",\n    "version" : "1",\n    "scripts" : {}\n}',
    '{\n    "name" : "x",\n    "version" : "1",\n    "type" : "module",\n    "scripts" : {}\n}',
  ],
  [
    '\uFEFF{\n  "type": "commonjs",\n  "a": [ 1,2 ]\n}\n\n',
    '\uFEFF{\n  "type": "module",\n  "a": [ 1,2 ]\n}\n\n',
  ],
  ['{"type":"commonjs","a":1,"type":"commonjs"}', '{"type":"commonjs","a":1,"type":"module"}'],
  [
    '{"a":{"type":"x"},"__proto__":{"type":"y"}}',
    '{"type":"module","a":{"type":"x"},"__proto__":{"type":"y"}}',
  ],
  ['[]', '[]'],
])('sets the type in %j', (before, after) => {
  expect(setType(before, 'module')).toBe(after);
  expect(setType(after, 'module')).toBe(after);
});

test('sets main, appends to lists, replaces keys and values, and nothing else', () => {
  expect(setMain('{\n  "name": "x",\n  "type": "module",\n  "scripts": {}\n}', 'a.cjs')).toBe(
    '{\n  "name": "x",\n  "type": "module",\n  "main": "a.cjs",\n  "scripts": {}\n}',
  );
  expect(appendStrings('{"files": [\n  "a",\n  "b"\n]}', ['files'], ['c', 'd'])).toBe(
    '{"files": [\n  "a",\n  "b",\n  "c",\n  "d"\n]}',
  );
  expect(appendStrings('{"files":["a"],"x":[]}', ['files'], ['c'])).toBe('{"files":["a","c"],"x":[]}');
  expect(appendStrings('{"files":[]}', ['files'], ['c'])).toBe('{"files":[]}');
  const changes = [
    { pointer: ['b', './k'], part: 'key', to: './"q"' },
    { pointer: ['b', './k'], part: 'value', to: 'v2' },
    { pointer: ['l', 1], part: 'value', to: 'two' },
    { pointer: ['none', 3, 'x'], part: 'value', to: 'never' },
    { pointer: ['n'], part: 'value', to: 'never' },
  ] as const;
  expect(replaceStrings('{ "b":{"./k" : "v"}, "l":[1,"2"], "n":1 }', changes)).toBe(
    '{ "b":{"./\\"q\\"" : "v2"}, "l":[1,"two"], "n":1 }',
  );
});

test('a new package.json says the type and nothing else', () => {
  expect(typeOnly('commonjs')).toBe('{\n  "type": "commonjs"\n}\n');
});
