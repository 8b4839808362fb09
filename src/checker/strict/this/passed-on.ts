import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { PassedOn, RequiredKey } from '../../facts.ts';
import { nodesOf } from '../../nodes.ts';
import type { Values } from '../../timeline/values.ts';
import { isCall } from './call-kinds.ts';
import { positionsOf } from './callbacks.ts';
import { rootOf } from './object-roots.ts';
import { type Outward, outwardKeys } from './outward-keys.ts';

/** What the file takes out of other modules, and under which other keys it goes on: `exports.b = require('./m').a`. */
export function passedOn(scan: ScanContext, values: Values): readonly PassedOn[] {
  const all = [...taken(scan)].flatMap(({ key, place, object }) => {
    const from = rootOf(scan, object)?.from ?? null;
    return from === null ? [] : [{ key, from, place }];
  });
  const outward = outwardKeys(
    scan,
    all.map(({ place }) => place),
  );
  const together = new Map<Outward, RequiredKey[]>();
  for (const [index, { key, from }] of all.entries()) addTo(together, outward[index]!, { key, from });
  return [...together].flatMap(([{ keys, isExports, handedTo }, taken]): PassedOn[] => {
    const positions = positionsOf(handedTo, values);
    const [{ key }] = taken as [RequiredKey];
    const isMoved = taken.length > 1 || keys.size > (keys.has(key) ? 1 : 0);
    if (!isMoved && !isExports && positions.length === 0) return [];
    return [{ taken, keys: [...keys], isExports, handedTo: positions }];
  });
}

interface Taken {
  readonly key: string;
  readonly place: t.Node;
  readonly object: t.Node;
}

function* taken(scan: ScanContext): Generator<Taken> {
  for (const member of nodesOf(scan, 'MemberExpression')) {
    const parent = parentOf(member)!;
    const key = goesOn.has(parent.type) ? staticKey(member) : null;
    const isCalled = isCall(parent) && parent.callee === member;
    if (key !== null && !isCalled) yield { key, place: member, object: member.object };
  }
  for (const pattern of nodesOf(scan, 'ObjectPattern')) {
    const holder = parentOf(pattern)!;
    if (holder.type !== 'VariableDeclarator' || !holder.init) continue;
    for (const property of pattern.properties) {
      const key = property.type === 'ObjectProperty' ? staticKey(property) : null;
      const place = property.type === 'ObjectProperty' ? property.value : null;
      if (key !== null && place?.type === 'Identifier') yield { key, place, object: holder.init };
    }
  }
}

/** Where a member may stand so that what it gives goes on. */
const goesOn: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'CallExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'NewExpression',
  'ObjectProperty',
  'ReturnStatement',
  'VariableDeclarator',
]);
