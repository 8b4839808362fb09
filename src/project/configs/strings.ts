import { type Node, parseTree } from 'jsonc-parser';
import type { ConfigFormat } from './config-files.ts';
import { yaml } from './yaml.ts';

/** A string of a configuration file: where its text stands, quotes left out, and the keys that lead to it. */
export interface ConfigString {
  readonly start: number;
  readonly end: number;
  readonly field: string;
}

/**
 * The strings of a configuration file, in order. Their text is what stands in the file: one with escapes in it is not
 * worked out. None where the file cannot be parsed: then its tool cannot read it either.
 */
export function stringsOf(text: string, format: ConfigFormat): readonly ConfigString[] {
  const isJson = format === 'json' || (format === 'json or yaml' && /^\uFEFF?\s*(?:[{[]|\/[/*])/.test(text));
  if (isJson) return jsonStrings(text);
  if (format === 'script') return text === '' ? [] : [{ start: 0, end: text.length, field: 'script' }];
  return format === 'text' ? lines(text) : yamlStrings(text);
}

function jsonStrings(text: string): readonly ConfigString[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = parseTree(text.slice(mark), [], { allowTrailingComma: true });
  const found: ConfigString[] = [];
  const collect = (node: Node, field: readonly string[]): void => {
    if (node.type === 'string') {
      const start = node.offset + mark + 1;
      found.push({ start, end: start + node.length - 2, field: field.join('.') });
    } else if (node.type === 'property') {
      const [key, value] = node.children!;
      if (value !== undefined) collect(value, [...field, String(key!.value)]);
    } else for (const child of node.children ?? []) collect(child, field);
  };
  if (tree !== undefined) collect(tree, []);
  return found;
}

function yamlStrings(text: string): readonly ConfigString[] {
  const { parseAllDocuments, visit } = yaml();
  const found: ConfigString[] = [];
  for (const document of parseAllDocuments(text)) {
    if (document.errors.length > 0) return [];
    visit(document, {
      Scalar(key, node, path) {
        if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
        const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
        const [start, end] = isQuoted ? [node.range[0] + 1, node.range[1] - 1] : node.range;
        found.push({ start, end, field: fieldOf(path) });
      },
    });
  }
  return found;
}

/** The keys of the pairs that lead to a node. */
function fieldOf(path: readonly unknown[]): string {
  const { isAlias, isScalar } = yaml();
  const keys = path.flatMap((step) => {
    const key = (step as { key?: unknown }).key;
    return isScalar(key) && !isAlias(key) ? [String(key.value)] : [];
  });
  return keys.join('.');
}

function lines(text: string): readonly ConfigString[] {
  return [...text.matchAll(/[^\r\n]+/g)].map((match, index) => ({
    start: match.index,
    end: match.index + match[0].length,
    field: `line ${index + 1}`,
  }));
}
