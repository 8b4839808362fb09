import { type ParseError, parse as parseJson, printParseErrorCode } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';

type Loader = (path: string, text: string) => unknown;

/** JSON may hold comments and trailing commas. */
const json: Loader = (_path, text) => {
  const errors: ParseError[] = [];
  const value: unknown = parseJson(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return value;
  const line = text.slice(0, first.offset).split('\n').length;
  throw new Error(`line ${line}: ${printParseErrorCode(first.error)}`);
};

const yaml: Loader = (_path, text) => parseYaml(text);

/** By ending; a file without one is YAML, which JSON is as well. */
export const loaders: Record<string, Loader> = {
  '.json': json,
  '.jsonc': json,
  '.yaml': yaml,
  '.yml': yaml,
  noExt: yaml,
};
