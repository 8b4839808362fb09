import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { counting, isCompared } from './children-walk.ts';
import { isMemberOf } from './require-uses.ts';

/**
 * Whether an entry of the cache leads to others but for its `children`: by its `parent`, of which more is done than to
 * compare what it is called, or in the hands of somebody else, who may go on to any.
 *
 * ```js
 * const entry = require.cache[file];
 * if (entry.parent) delete require.cache[entry.parent.filename];
 * ```
 *
 * @see Node documentation, "Modules: CommonJS modules", `module.parent`
 */
export function leadsOn(scan: ScanContext, entry: t.Node): boolean {
  const followed = { entry: new Set<t.Node>(), parent: new Set<t.Node>() };
  return isLed(entry, 'entry');

  function isLed(node: t.Node, as: Role): boolean {
    if (followed[as].has(node)) return false;
    followed[as].add(node);
    const around = parentOf(node)!;
    if (isMemberOf(around, node)) return isLedByKey(staticKey(around), around, as);
    switch (around.type) {
      case 'VariableDeclarator':
        return isLedBy(around.id, as);
      case 'AssignmentExpression':
        return around.right === node && (isLedBy(around.left, as) || isLed(around, as));
      case 'ConditionalExpression':
        return around.test !== node && isLed(around, as);
      case 'LogicalExpression':
        return (around.operator !== '&&' || around.right === node) && isLed(around, as);
      case 'CallExpression':
        return !isOfList(around.callee);
      default:
        return !asking.has(around.type);
    }
  }

  /** By what an entry is bound to: `entry`, `{ id, parent }` */
  function isLedBy(target: t.Node, as: Role): boolean {
    if (target.type === 'Identifier') {
      const binding = scan.scopes.referenceOf(target)?.binding;
      if (!binding || binding.scope.dynamic) return true;
      return binding.references.some(
        ({ node, access }) => access !== 'write' && node !== target && isLed(node, as),
      );
    }
    if (target.type !== 'ObjectPattern') return true;
    return target.properties.some(
      (property) => property.type === 'RestElement' || isLedByKey(staticKey(property), property.value, as),
    );
  }

  function isLedByKey(key: string | null, value: t.Node, as: Role): boolean {
    if (key === 'parent') return isMember(value) ? isLed(value, 'parent') : isLedBy(value, 'parent');
    if (as === 'parent' && (key === 'filename' || key === 'id')) return !isCompared(value);
    return key === null || !harmless[as].has(key);
  }
}

/** What a module is: one with the key of the cache, or that which has loaded it first. */
type Role = 'entry' | 'parent';

/** What may be asked for by whoever goes no further. The `children` are looked at by themselves. */
const harmless: Readonly<Record<Role, ReadonlySet<string>>> = {
  entry: wordsOf('children exports filename id isPreloading loaded path paths require'),
  parent: wordsOf('children exports isPreloading loaded'),
};

/** Where only the truth, type or identity of a value counts. */
const asking: ReadonlySet<string> = wordsOf(
  'BinaryExpression DoWhileStatement ExpressionStatement ForStatement IfStatement UnaryExpression WhileStatement',
);

/** `parent.children.indexOf(entry)` */
function isOfList(callee: t.Node): boolean {
  return (
    isMember(callee) &&
    counting.has(staticKey(callee) ?? '') &&
    isMember(callee.object) &&
    staticKey(callee.object) === 'children'
  );
}

function isMember(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression';
}
