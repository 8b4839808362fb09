import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { MemberFrom } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { isModuleExports } from '../module-exports.ts';
import { nodesOf } from '../nodes.ts';
import { originOf } from '../timeline/judge.ts';
import { optionsOf } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { wholeExports } from '../timeline/whole-exports.ts';
import { valuesOf } from './own-functions.ts';

/** What keys of the exports get of other modules, as far as the file spells the keys out. */
export function membersFrom(scan: ScanContext, values: Values): readonly MemberFrom[] {
  return membersIn(scan).flatMap(({ key, value }) =>
    optionsOf(values.of(value))
      .filter(({ kind }) => kind === 'required')
      .map((given) => ({ key, from: originOf(given) })),
  );
}

interface Member {
  readonly key: string;
  readonly value: t.Node;
}

/** What keys of the exports get in this file. */
export function membersIn(scan: ScanContext): readonly Member[] {
  const whole = wholeExports(scan).map(unwrap);
  const variables = new Set(whole.flatMap((value) => bindingOf(scan, value) ?? []));
  const literals = [...whole, ...[...variables].flatMap(valuesOf)];
  return [
    ...literals.flatMap(membersOfLiteral),
    ...nodesOf(scan, 'AssignmentExpression').flatMap(({ left, right }) => {
      if (left.type !== 'MemberExpression') return [];
      const key = staticKey(left);
      return key !== null && isExports(left.object) ? [{ key, value: right }] : [];
    }),
  ];

  function isExports(object: t.Node): boolean {
    if (isModuleExports(object) || isFreeName(object, 'exports', scan.scopes)) return true;
    const binding = bindingOf(scan, object);
    return binding !== null && variables.has(binding);
  }
}

function bindingOf(scan: ScanContext, node: t.Node): Binding | null {
  return node.type === 'Identifier' ? (scan.scopes.referenceOf(node)?.binding ?? null) : null;
}

function membersOfLiteral(value: t.Node): readonly Member[] {
  if (value.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((property) => {
    const key = property.type === 'ObjectProperty' ? staticKey(property) : null;
    return key === null ? [] : [{ key, value: (property as t.ObjectProperty).value }];
  });
}
