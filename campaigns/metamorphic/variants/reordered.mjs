// @ts-check
import { parsed, replaced } from '../syntax.mjs';

/**
 * Neighbouring function declarations at the top level change places: all are hoisted.
 *
 * @param {string} source
 */
export function reordered(source) {
  const file = parsed(source);
  if (file === null) return null;
  const { body } = file.program;
  const names = body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id?.name] : []));
  // Of two with one name the last counts.
  if (new Set(names).size !== names.length) return null;
  /** @type {import('../syntax.mjs').Replacement[]} */
  const replacements = [];
  for (let index = 1; index < body.length; index++) {
    const pair = [body[index - 1], body[index]];
    if (!pair.every((node) => node?.type === 'FunctionDeclaration')) continue;
    const [first, second] = pair.map((node) => ({ start: Number(node?.start), end: Number(node?.end) }));
    if (first === undefined || second === undefined) continue;
    replacements.push({ ...first, text: source.slice(second.start, second.end) });
    replacements.push({ ...second, text: source.slice(first.start, first.end) });
    index++;
  }
  return replacements.length === 0 ? null : replaced(source, replacements);
}
