import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import type { ScanContext } from '../context.ts';
import type { KeyFacts, OriginFact } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import type { Values } from '../timeline/values.ts';
import { functionsBehind } from './functions-behind.ts';
import { isConstructor } from './given-away.ts';
import type { Resolved } from './mentions.ts';
import { givesAwayTelling } from './methods.ts';
import { type Assignment, roleOf } from './roles.ts';
import { passesThrough, type Telling, telling } from './this-telling.ts';

/** What is called as a method of the exports object under a key. */
export interface Receiving extends Pick<KeyFacts, 'usesThis' | 'madeBy'> {
  /** How a function surely tells whether its `this` is the exports object. */
  readonly certain: Telling | null;
}

/** Null is for what no expression of the file gives. */
export type Given = t.Node | null;

/** @returns a function that tells what is behind a key, by what that gets */
export function receiving(
  scan: ScanContext,
  values: Values,
  keys: ReadonlySet<string>,
): (given: readonly Given[]) => Receiving {
  return (given) => {
    const behind = given.flatMap((value) => (value === null ? [] : [functionsBehind(scan, values, value)]));
    const functions = behind.flatMap((each) => each.functions);
    const told = functions.flatMap((fn) => {
      const use = telling(scan, fn, keys);
      return use === null ? [] : [{ fn, use }];
    });
    const isOpen =
      given.includes(null) ||
      behind.some((each) => each.isOpen) ||
      functions.some((fn) => passesThrough(scan, fn));
    const certain = told.find(({ fn, use }) => use.isCertain && !isConstructor(scan, fn));
    const from = behind.flatMap((each) => each.from);
    return {
      usesThis: told.length > 0 || from.some(isMethodOfLanguage) || (isOpen && givesAwayTelling(scan)),
      madeBy: from.filter(({ kind }) => kind !== 'global'),
      certain: certain?.use ?? null,
    };
  };
}

/** `Array.prototype.push` */
function isMethodOfLanguage(origin: OriginFact): boolean {
  return origin.kind === 'global' && origin.name.split('.').includes('prototype');
}

/** What the keys of the exports get. */
export function givenByKey(resolved: readonly Resolved[]): ReadonlyMap<string, readonly Given[]> {
  const given = new Map<string, Given[]>();
  for (const { mention, decisive } of resolved) {
    if (mention.version !== 0 || decisive.kind !== 'member') continue;
    const role = roleOf(decisive.member);
    if (role.kind === 'write') addTo(given, decisive.key, assignedBy(role));
  }
  return given;
}

/** Of `||=` and the like what may be assigned. */
function assignedBy({ value, expression }: Assignment): Given {
  return value ?? (expression.type === 'AssignmentExpression' ? expression.right : null);
}

/** Exported functions that take `this` for the exports object. */
export function thisFindings(receivers: ReadonlyMap<string, Receiving>): readonly Finding[] {
  return [...receivers].flatMap(([key, { certain }]): Finding[] => {
    if (certain === null) return [];
    const args = { key, used: certain.used };
    const range = rangeOf(certain.node);
    return [makeFinding('exports-uses-this', { range, args, settledBy: ['default', 'keep'] })];
  });
}
