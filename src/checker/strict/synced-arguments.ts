import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Reference } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { isWriteTarget, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { isTouching, useOfArguments } from './arguments-use.ts';
import { isReservedName } from './reserved-names.ts';

/** A parameter of a sloppy function, and the object that has its value, too, as far as the caller gave it one. */
export interface MappedParameter {
  readonly owner: t.Function;
  readonly name: string;
  readonly index: number;
  readonly references: readonly Reference[];
  readonly ownArguments: readonly Reference[];
}

export interface Insertion {
  readonly range: Range;
  readonly text: string;
  /** The write that it goes with. */
  readonly within: Range;
}

/**
 * What keeps a parameter and its element of `arguments` the same where these are two (ECMA-262 §10.4.4): each statement that
 * writes to the one writes to the other, too, if the caller gave a value for it.
 *
 * ```js
 * a = value, arguments.length > 0 && (arguments[0] = a);
 * arguments[0] = value, arguments.length > 0 && (a = arguments[0]);
 * var a = value // and a line of its own
 * arguments.length > 0 && (arguments[0] = a);
 * ```
 *
 * @returns null where something writes to one of them that is no such statement
 */
export function syncedWrites(scan: ScanContext, parameter: MappedParameter): readonly Insertion[] | null {
  const { owner, name, references, ownArguments } = parameter;
  const isTwice = owner.params.filter((each) => each.type === 'Identifier' && each.name === name).length > 1;
  if (isTwice || isReservedName(name) || ownArguments.some(({ node }) => isLengthWritten(node))) return null;
  const insertions = [
    ...references
      .filter(({ access }) => access !== 'read')
      .map(({ node }) => (ownerOfThis(node) === owner ? afterWrite(scan, node, toElement(parameter)) : null)),
    ...ownArguments
      .filter(({ node }) => isTouching(useOfArguments(scan, node).writes, parameter.index))
      .map(({ node }) => afterElementWritten(scan, node, parameter)),
  ];
  return insertions.every((insertion) => insertion !== null) ? insertions : null;
}

function toElement({ name, index }: MappedParameter): string {
  return `arguments.length > ${index} && (arguments[${index}] = ${name})`;
}

function afterElementWritten(
  scan: ScanContext,
  node: t.Node,
  { name, index }: MappedParameter,
): Insertion | null {
  const member = parentOf(node);
  if (member?.type !== 'MemberExpression' || staticKey(member) !== String(index)) return null;
  return afterWrite(scan, member, `arguments.length > ${index} && (${name} = arguments[${index}])`);
}

/** `target = value;`, `target++;`, `for (…; …; target = value)`, `var target = value;` */
function afterWrite(scan: ScanContext, target: t.Node, text: string): Insertion | null {
  const write = parentOf(target)!;
  const around = parentOf(write)!;
  if (write.type === 'VariableDeclarator' && around.type === 'VariableDeclaration') {
    const isAlone = write.id === target && around.declarations.at(-1) === write && isInList(around);
    return isAlone ? insertion(around, `${isClosed(scan, around) ? ' ' : '\n'}${text};`) : null;
  }
  const isPlain =
    (write.type === 'AssignmentExpression' && write.left === target) || write.type === 'UpdateExpression';
  const isStatement =
    around.type === 'ExpressionStatement' ||
    (around.type === 'ForStatement' && (around.init === write || around.update === write));
  return isPlain && isStatement ? insertion(write, `, ${text}`) : null;
}

function isInList(declaration: t.VariableDeclaration): boolean {
  const list = parentOf(declaration)!.type;
  return list === 'BlockStatement' || list === 'SwitchCase';
}

function isClosed({ source }: ScanContext, { end }: t.Node): boolean {
  return source[end! - 1] === ';';
}

function insertion(write: t.Node, text: string): Insertion {
  return { range: [write.end!, write.end!], text, within: rangeOf(write) };
}

function isLengthWritten(node: t.Node): boolean {
  const member = parentOf(node);
  return member?.type === 'MemberExpression' && staticKey(member) === 'length' && isWriteTarget(member);
}
