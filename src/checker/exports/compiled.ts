import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import type { Binding } from '../../syntax/scope.ts';
import type { CompiledFacts, KeyFacts } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { Header } from '../transpiled/header.ts';
import type { Resolved } from './mentions.ts';
import type { receiving } from './this-findings.ts';

/** What is known of the exports of a file with the header of a compiler, apart from what its assignments tell. */

/** @param keys all of them, those that only the header knows included */
export function compiledFacts(
  header: Header,
  keys: readonly KeyFacts[],
  resolved: readonly Resolved[],
): CompiledFacts {
  const { getters } = header;
  return {
    order: keyOrder(header, keys, resolved),
    isEnumerable: header.isEnumerable,
    getters: (getters?.getters ?? []).map(({ key, binding }) => ({ key, local: binding.name })),
    gettersAt: getters === null ? null : rangeOf(getters.statement),
    statements: (getters?.statements ?? []).map(rangeOf),
    isAssigned: getters !== null && getters.assigned.length > 0,
  };
}

/** The keys of which only the header tells: getters, and those that are `undefined` for good. */
export function keysOfHeader(
  header: Header | null,
  resolved: readonly Resolved[],
  isThisFree: (value: t.Node) => boolean,
  receive: ReturnType<typeof receiving>,
): readonly KeyFacts[] {
  if (header === null) return [];
  const mentioned = new Set(resolved.map(({ decisive }) => (decisive.kind === 'member' ? decisive.key : '')));
  const neverSet = [...header.inAdvance.keys()].filter((key) => !mentioned.has(key));
  return [
    ...neverSet.map((key) => ({ ...unwritten, key })),
    ...(header.getters?.getters ?? []).map(({ key, binding }) => {
      const value = declaredValueOf(binding);
      const thisFree = value !== null && isThisFree(value);
      const { usesThis, madeBy } = receive([value]);
      return { ...unwritten, key, reassigned: isReassigned(binding), thisFree, usesThis, madeBy };
    }),
  ];
}

const unwritten = {
  presence: 'always',
  readBeforeWrite: false,
  writtenEarly: false,
  reassigned: false,
  thisFree: true,
  usesThis: false,
  madeBy: [],
  writes: [],
  reads: [],
} as const;

function isReassigned({ declarations, references }: Binding): boolean {
  return (
    declarations.length > 1 || references.some(({ access, initialises }) => access !== 'read' && !initialises)
  );
}

/** The function, class or initialiser that a name is declared with. */
function declaredValueOf(binding: Binding): t.Node | null {
  const declared = declarationOf(binding);
  return declared?.type === 'VariableDeclarator' ? (declared.init ?? null) : declared;
}

/** All keys in the order in which they come into being. */
function keyOrder(
  { inAdvance }: Header,
  keys: readonly KeyFacts[],
  resolved: readonly Resolved[],
): readonly string[] {
  const order: string[] = [];
  const ahead = [...inAdvance];
  for (const { key, writes } of keys) {
    const [first] = writes;
    if (inAdvance.has(key)) continue;
    const at = first === undefined ? Infinity : resolved[first]!.mention.range[0];
    while (ahead.length > 0 && ahead[0]![1] < at) order.push(ahead.shift()![0]);
    order.push(key);
  }
  return [...order, ...ahead.map(([key]) => key)];
}
