import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';

type Loader = (path: string, text: string) => unknown;

/** JSON may hold comments and trailing commas. */
const json: Loader = (_path, text) => {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return root && plainValue(root);
  const line = text.slice(0, first.offset).split('\n').length;
  throw new Error(`line ${line}: ${inWords(printParseErrorCode(first.error))}`);
};

/** `property name expected` for `PropertyNameExpected` */
function inWords(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
}

/** A key `__proto__` is one like any other, as it is for `JSON.parse`. */
function plainValue({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(plainValue);
  if (type !== 'object') return value;
  return Object.fromEntries(children.map(({ children: pair }) => [pair![0]!.value, plainValue(pair![1]!)]));
}

const yaml: Loader = (_path, text) => parseYaml(text);

/** By ending; a file without one is YAML, which JSON is as well. */
export const loaders: Record<string, Loader> = {
  '.json': json,
  '.jsonc': json,
  '.yaml': yaml,
  '.yml': yaml,
  noExt: yaml,
};
