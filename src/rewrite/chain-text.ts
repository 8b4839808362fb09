/** The text of an assignment chain `a = (b = value)`, target by target. */
import type { Chain, ChainTarget, Range } from '../checker/facts.ts';
import type { EditReason } from './edit.ts';
import type { Rewriting } from './rewriting.ts';

/** The target with the `=` after it, and whatever parentheses open there. */
function segmentOf({ targets, value }: Chain, index: number): Range {
  return [(targets[index] as ChainTarget).range[0], targets[index + 1]?.range[0] ?? value.outer[0]];
}

/** `exports.a = (b = 1)` -> `b = 1` */
export function removeTarget(rewriting: Rewriting, chain: Chain, index: number, reason: EditReason): void {
  rewriting.edits.remove(segmentOf(chain, index), reason);
  closeParentheses(rewriting, chain, index, index + 1, reason);
}

/**
 * Writes a head in place of the first targets: `a = (b = (c = value))` -> `const d = c = value`
 *
 * @param rest index of the first target that stays; null: only the value does
 */
export function replaceHead(
  rewriting: Rewriting,
  chain: Chain,
  rest: number | null,
  head: string,
  reason: EditReason,
): void {
  const end = rest === null ? chain.value.outer[0] : (chain.targets[rest] as ChainTarget).range[0];
  rewriting.edits.replace([chain.statement[0], end], head, reason);
  closeParentheses(rewriting, chain, 0, rest ?? chain.targets.length, reason);
}

/** Whether the statement is the assignment and nothing around it, so that it can start with other words. */
export function isBare({ text }: Rewriting, { statement, targets, declarator }: Chain): boolean {
  return declarator === null && text.isBlank([statement[0], targets[0]?.range[0] ?? statement[0]]);
}

/** `var a = (exports.a = {});` -> `var a = {};`, once no assignment is left within the parentheses. */
export function dropParentheses(rewriting: Rewriting, chain: Chain, reason: EditReason): void {
  const { edits, source } = rewriting;
  const [first] = chain.targets;
  const start = first?.range[0] ?? 0;
  const end = endOfAssignments(rewriting, chain);
  if (chain.declarator === null || source[start - 1] !== '(' || source[end] !== ')') return;
  edits.remove([start - 1, start], reason);
  edits.remove([end, end + 1], reason);
}

/**
 * The value becomes a function or class declaration: a name goes in, parentheses and the semicolon go.
 *
 *     exports.a = function (b) {};  ->  export function a(b) {}
 *
 * @param head what to write in front; it takes the place of everything before the value
 */
export function declareValue(rewriting: Rewriting, chain: Chain, head: string, name: string | null): void {
  const { edits, text } = rewriting;
  const { statement, value } = chain;
  edits.replace([statement[0], value.range[0]], head, 'export-declaration');
  if (name !== null) writeName(rewriting, chain, name);
  const end = endOfAssignments(rewriting, chain);
  const ownLine = text.slice([end, statement[1]]).trim() === ';' && text.hasBreak([end, statement[1]]);
  edits.remove([value.range[1], ownLine ? end : statement[1]], 'export-declaration');
}

/** `function (a)` -> `function name(a)`, or `function name (a)` where the author leaves the semicolons out. */
function writeName({ edits, text, source, style }: Rewriting, { value }: Chain, name: string): void {
  if ((value.kind !== 'function' && value.kind !== 'class') || value.name !== null) return;
  const space: Range = [value.nameAt, text.skipSpaces(value.nameAt)];
  const tight = value.kind === 'function' && style.semicolons && source[space[1]] === '(';
  if (tight && space[0] < space[1]) edits.replace(space, ` ${name}`, 'export-declaration');
  else edits.insert(value.nameAt, ` ${name}`, 'export-declaration');
}

/** The end of the outermost assignment, behind the parentheses that close within it. */
export function endOfAssignments(rewriting: Rewriting, chain: Chain): number {
  let at = chain.value.outer[1];
  const count = sum(chain.targets.map((_, index) => openedIn(rewriting, chain, index)));
  for (let closed = 0; closed < count; closed++) at = rewriting.text.nextToken(at) + 1;
  return at;
}

/** Removes the ends of those parentheses that open from target `from` to before target `to`. */
function closeParentheses(
  rewriting: Rewriting,
  chain: Chain,
  from: number,
  to: number,
  reason: EditReason,
): void {
  const opened = chain.targets.map((_, index) => openedIn(rewriting, chain, index));
  const inside = sum(opened.slice(to));
  let at = chain.value.outer[1];
  for (let count = 0; count < inside + sum(opened.slice(from, to)); count++) {
    const close = rewriting.text.nextToken(at);
    if (count >= inside) rewriting.edits.remove([close, close + 1], reason);
    at = close + 1;
  }
}

function openedIn({ text, source }: Rewriting, chain: Chain, index: number): number {
  const between: Range = [(chain.targets[index] as ChainTarget).range[1], segmentOf(chain, index)[1]];
  const commented = sum(text.commentsIn(between).map((comment) => parentheses(source, comment)));
  return parentheses(source, between) - commented;
}

const parentheses = (source: string, range: Range): number => source.slice(...range).split('(').length - 1;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
