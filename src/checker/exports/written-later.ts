import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { ANY_KEY } from '../facts/keys.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { memberTargets } from '../strict/writes/attempts.ts';
import { keyWritersOfFirst } from '../timeline/known-globals.ts';
import { exportedValues, isExports, isSpelledOut } from './exported-values.ts';

/**
 * The keys that functions of the file write to or delete: `function f() { f.count = 1; }`; `ANY_KEY` where they may write
 * to whatever key of what the file exports, by a variable that has it or as `this`.
 */
export function keysWrittenLater(scan: ScanContext): readonly string[] {
  return keysOf(
    changesIn(scan).filter(({ node }) => parentOf(functionAround(node)) !== null),
    (object) => {
      const exported = exportedValues(scan);
      return object.type === 'ThisExpression' ? exported.mayBeThis(object) : exported.isHeldBy(object);
    },
  );
}

/**
 * The keys that the file writes to or deletes of anything but its own exports, as far as their names tell; `ANY_KEY` where
 * it may write to whatever key of an object that it did not make.
 */
export function keysWrittenElsewhere(scan: ScanContext): readonly string[] {
  return keysOf(
    changesIn(scan).filter(({ object }) => !isExports(object)),
    (object) => object.type === 'Identifier' && !isMadeHere(scan, object),
  );
}

interface Change {
  readonly node: t.Node;
  readonly object: t.Node;
  /** Null where only running the program would tell. */
  readonly key: string | null;
}

const changesIn = perScan((scan: ScanContext): readonly Change[] => {
  const deleted = nodesOf(scan, 'UnaryExpression').flatMap(({ operator, argument }) =>
    operator === 'delete' && argument.type === 'MemberExpression' ? [argument] : [],
  );
  const members = [...memberTargets(scan), ...deleted].map(
    (node): Change => ({ node, object: node.object, key: staticKey(node) }),
  );
  const calls = callsByName(scan)
    .ofAny(writing)
    .flatMap((node): readonly Change[] => {
      const [object, key] = node.arguments;
      const isWrite = object !== undefined && keyWritersOfFirst.has(nameOf(node.callee));
      return isWrite ? [{ node, object, key: key ? literalKey(key) : null }] : [];
    });
  return [...members, ...calls];
});

/** `assign` of `Object.assign`, and so on. */
const writing: ReadonlySet<string> = new Set([...keyWritersOfFirst].map((name) => name.split('.').at(-1)!));

function nameOf(callee: t.Node): string {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return '';
  return `${callee.object.name}.${staticKey(callee)}`;
}

function keysOf(changes: readonly Change[], mayBeShared: (object: t.Node) => boolean): readonly string[] {
  const keys = changes.flatMap(({ object, key }) => key ?? (mayBeShared(object) ? ANY_KEY : []));
  return [...new Set(keys)];
}

/** Whether a variable holds nothing but what an expression of the file makes where the variable is declared. */
function isMadeHere(scan: ScanContext, identifier: t.Identifier): boolean {
  const binding = scan.scopes.referenceOf(identifier)?.binding;
  const written = binding?.writes ?? [];
  const declarators = written.map(({ node }) => parentOf(node));
  return (
    written.length > 0 &&
    declarators.every(
      (parent) => parent?.type === 'VariableDeclarator' && isSpelledOut(parent.init?.type ?? ''),
    )
  );
}
