/** The text of an assignment chain `a = b = value`, target by target. */
import type { Chain, ChainTarget, Range } from '../checker/facts.ts';
import type { EditReason } from './edit.ts';
import type { Rewriting } from './rewriting.ts';

/** The target with the `=` after it. */
export function segmentOf(chain: Chain, index: number): Range {
  const target = chain.targets[index] as ChainTarget;
  const next = chain.targets[index + 1];
  return [target.range[0], next === undefined ? chain.value.outer[0] : next.range[0]];
}

/** `exports.a = b = 1` -> `b = 1` */
export function removeTarget({ edits }: Rewriting, chain: Chain, index: number, reason: EditReason): void {
  edits.remove(segmentOf(chain, index), reason);
}

/** `var a = (exports.a = {});` -> `var a = {};`, once no assignment is left within the parentheses. */
export function dropParentheses({ edits, source }: Rewriting, chain: Chain, reason: EditReason): void {
  const [first] = chain.targets;
  const end = chain.value.outer[1];
  const start = first?.range[0] ?? 0;
  if (chain.declarator === null || source[start - 1] !== '(' || source[end] !== ')') return;
  edits.remove([start - 1, start], reason);
  edits.remove([end, end + 1], reason);
}

/** Whether the statement is the assignment and nothing around it, so that it can start with other words. */
export function isBare({ text }: Rewriting, { statement, targets, declarator }: Chain): boolean {
  return declarator === null && text.isBlank([statement[0], targets[0]?.range[0] ?? statement[0]]);
}

/**
 * The value becomes a function or class declaration: a name goes in, parentheses and the semicolon go.
 *
 *     exports.a = function (b) {};  ->  export function a(b) {}
 *
 * @param head what to write in front; it takes the place of everything before the value
 */
export function declareValue(rewriting: Rewriting, chain: Chain, head: string, name: string | null): void {
  const { edits, text, source, style } = rewriting;
  const { statement, value } = chain;
  edits.replace([statement[0], value.range[0]], head, 'export-declaration');
  if (name !== null && (value.kind === 'function' || value.kind === 'class') && value.name === null) {
    const space: Range = [value.nameAt, text.skipSpaces(value.nameAt)];
    const tight = value.kind === 'function' && style.semicolons && source[space[1]] === '(';
    if (tight && space[0] < space[1]) edits.replace(space, ` ${name}`, 'export-declaration');
    else edits.insert(value.nameAt, ` ${name}`, 'export-declaration');
  }
  const end: Range = [value.range[1], statement[1]];
  const semicolonOnly = text.slice([value.outer[1], statement[1]]).trim() === ';';
  const ownLine = semicolonOnly && text.hasBreak([value.outer[1], statement[1]]);
  edits.remove(ownLine ? [value.range[1], value.outer[1]] : end, 'export-declaration');
}
