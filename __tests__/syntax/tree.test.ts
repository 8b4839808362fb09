import type * as t from '@babel/types';
import { VISITOR_KEYS } from '@babel/types';
import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../src/syntax/analyse.ts';
import { VALUE_CHILDREN } from '../../src/syntax/children.ts';
import { TYPE_CHILDREN } from '../../src/syntax/children-of-types.ts';
import { type Keyed, staticKey } from '../../src/syntax/keys.ts';
import { parse } from '../../src/syntax/parse.ts';
import { eachChild, enclosingFunction, parentOf } from '../../src/syntax/tree.ts';
import { outerRange, unwrap } from '../../src/syntax/wrapping.ts';

/** All nodes of a source, after the walk. */
function nodesOf(source: string, path = 'a.js'): t.Node[] {
  const { program } = parse(source, { path });
  analyse(program);
  const nodes: t.Node[] = [];
  const visit = (node: t.Node): void => {
    nodes.push(node);
    eachChild(node, visit);
  };
  visit(program);
  return nodes;
}

function find<T extends t.Node['type']>(
  source: string,
  type: T,
  path?: string,
): Extract<t.Node, { type: T }> {
  return nodesOf(source, path).find((node) => node.type === type) as Extract<t.Node, { type: T }>;
}

const identifier = (source: string, name: string): t.Node =>
  nodesOf(source).find((node) => node.type === 'Identifier' && node.name === name)!;

describe('the tables of children', () => {
  /** Proposals that `parse` does not take. */
  const NOT_PARSED = new Set([
    'ArgumentPlaceholder',
    'BindExpression',
    'DecimalLiteral',
    'DoExpression',
    'ExportDefaultSpecifier',
    'File',
    'ModuleExpression',
    'Noop',
    'PipelineBareFunction',
    'PipelinePrimaryTopicReference',
    'PipelineTopicExpression',
    'Placeholder',
    'RecordExpression',
    'TopicReference',
    'TupleExpression',
    'V8IntrinsicIdentifier',
    'VoidPattern',
  ]);
  const types = Object.keys(VISITOR_KEYS).filter((type) => !NOT_PARSED.has(type));

  test.each(types)('miss no child of %s', (type) => {
    const keys = VALUE_CHILDREN[type] ? Object.keys(VALUE_CHILDREN[type]) : TYPE_CHILDREN[type]?.split(' ');
    expect(keys).toEqual(expect.arrayContaining(VISITOR_KEYS[type]!.filter((key) => key !== '')));
  });
});

describe('the walk', () => {
  const SOURCE = `
    import a, { b as c } from 'd';
    export class E extends F { static #g = (h, { i = 1, ...j } = k) => [h, , ...i]; get [l]() { return super.m } }
    for await (const n of o) if (n) { label: do { continue label } while (p++) } else throw new q(r?.s(\`t\${u}v\`));
    export default async function* w() { try { yield* x } catch { switch (y) { case z: default: } } }`;

  test('lists every node once, in source order, and links it to its parent', () => {
    const { program } = parse(SOURCE, { path: 'a.js' });
    const lists = analyse(program).nodes;
    const check = (node: t.Node): void => {
      const list: readonly t.Node[] = lists.of(node.type);
      expect(list.filter((other) => other === node)).toHaveLength(1);
      expect(list.toSorted((a, b) => a.start! - b.start! || b.end! - a.end!)).toEqual(list);
      eachChild(node, (child) => {
        check(child);
        expect(parentOf(child)).toBe(node);
        expect(child.start! >= node.start! && child.end! <= node.end!).toBe(true);
      });
    };
    check(program);
  });

  test('needs no call stack for a chain that the parser takes', () => {
    const { program } = parse(`a${'.b()'.repeat(50_000)}`, { path: 'a.js' });
    expect(analyse(program).free.get('a')).toHaveLength(1);
  });
});

describe('staticKey', () => {
  const keyOf = (source: string) => staticKey(find(source, 'MemberExpression') as Keyed);

  test.each([
    ['a.b', 'b'],
    ["a['b']", 'b'],
    ['a[`b`]', 'b'],
    ['a.\\u0062', 'b'],
    ["a['\\u0062']", 'b'],
    ['a[0x10]', '16'],
    ['a[1e21]', '1e+21'],
    ['a[1n]', '1'],
    ['a[null]', 'null'],
    ["a['__proto__']", '__proto__'],
    ['a[("b")]', 'b'],
    ['a[b]', null],
    [`a[\`b\${c}\`]`, null],
    ['class A { #b; c() { this.#b } }', null],
  ])('%s is %j', (source, key) => {
    expect(keyOf(source)).toBe(key);
  });

  test.each([
    ['({ a: 1 })', 'a'],
    ["({ 'a b': 1 })", 'a b'],
    ['({ [a]: 1 })', null],
    ["({ ['a']: 1 })", 'a'],
    ['({ 0.50: 1 })', '0.5'],
  ])('%s is %j', (source, key) => {
    expect(staticKey(find(source, 'ObjectProperty'))).toBe(key);
  });
});

describe('outerRange', () => {
  test.each([
    ['f(x)', 'x'],
    ['f((x))', '(x)'],
    ['f( ( /* ) */ (x // )\n) ) )', '( /* ) */ (x // )\n) )'],
    ['( (x), y )', '(x)'],
    ['((x))\n(y)', '((x))'],
  ])('in %j', (source, text) => {
    const { start, end } = outerRange(source, identifier(source, 'x'));
    expect(source.slice(start, end)).toBe(text);
  });

  test('of a sequence that begins with parentheses', () => {
    const source = 'a = ( ( (x), (y) ) )';
    const { start, end } = outerRange(source, find(source, 'SequenceExpression'));
    expect(source.slice(start, end)).toBe('( ( (x), (y) ) )');
  });
});

test.each([
  ['(a as b)!', 'a.ts'],
  ['<b>a', 'a.ts'],
  ['(a satisfies b)', 'a.ts'],
  ['// @flow\n((a: b): c)', 'a.js'],
])('unwrap %j', (source, path) => {
  const statement = find(source, 'ExpressionStatement', path);
  expect(unwrap(statement.expression)).toMatchObject({ type: 'Identifier', name: 'a' });
});

test('enclosing function', () => {
  const source = 'a; function f() { if (b) return () => c; }';
  expect(enclosingFunction(identifier(source, 'a'))).toBeNull();
  expect(enclosingFunction(identifier(source, 'b'))?.type).toBe('FunctionDeclaration');
  expect(enclosingFunction(identifier(source, 'c'))?.type).toBe('ArrowFunctionExpression');
});
