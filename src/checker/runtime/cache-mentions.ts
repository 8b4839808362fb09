import { isBuiltin } from 'node:module';
import { posix, win32 } from 'node:path';
import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isFreeName } from '../free-names.ts';
import { specifierResolved } from '../path-texts.ts';
import { constantOf } from '../runs/builtin-objects.ts';
import { keyOf } from './loader-tables.ts';
import type { Member } from './require-uses.ts';

/** `require.cache = cache` puts it under a property of this file's own `require`. */
export function isPutBack(cache: t.Node, scan: ScanContext): boolean {
  const around = parentOf(cache)!;
  if (around.type !== 'AssignmentExpression' || around.right !== cache) return false;
  if (parentOf(around)?.type !== 'ExpressionStatement') return false;
  const { left } = around;
  return (
    left.type === 'MemberExpression' &&
    staticKey(left) === 'cache' &&
    isFreeName(left.object, 'require', scan.scopes)
  );
}

/** The cache has modules under absolute paths, and stands in for Node's own modules under their names. */
export function isForNoModule(entry: Member, scan: ScanContext): boolean {
  const key = keyOf(entry, scan);
  return key !== null && !posix.isAbsolute(key) && !win32.isAbsolute(key) && !isBuiltin(key);
}

/** The specifier in `require.resolve('./x')`, also by a name that is bound to it; builtins stand under their names. */
export function specifierOf(entry: Member, scan: ScanContext): string | null {
  const name = keyOf(entry, scan);
  if (name !== null) return isBuiltin(name) ? name : null;
  const specifier = resolvedBy(entry, scan);
  return specifier?.type === 'StringLiteral' ? specifier.value : null;
}

export function resolvedBy({ property }: Member, scan: ScanContext): t.Node | null {
  const call = property.type === 'Identifier' ? (constantOf(scan, property) ?? property) : property;
  return call.type === 'CallExpression' ? specifierResolved(call, scan.scopes) : null;
}
