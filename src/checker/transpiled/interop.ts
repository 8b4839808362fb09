import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { declaredAlone, hasCopyingHelper } from './getters.ts';
import { plainText } from './plain-text.ts';

/**
 * The functions with which compiled code takes other modules: `_interopRequireDefault`, `__importStar` and their kin.
 * All of them hand back what has the marker `__esModule` as it is.
 */
export interface InteropHelper {
  readonly binding: Binding;
  /** The statement that declares it, alone. */
  readonly statement: t.Node;
  /** Whether what it gives is another object, with getters for all that the first one has. */
  readonly copies: boolean;
}

/**
 * The texts of the helpers without space, as far as they run for what has the marker: of Babel (now and before), of
 * TypeScript, and of swc, which calls them `_interop_require_default`.
 */
const texts: readonly RegExp[] = [
  /^function \w+\((\w+)\)\{return \1&&\1\.__esModule\?\1:\{"?default"?:\1\};?\}$/,
  /^var __importDefault=\(?this&&this\.__importDefault\)?\|\|function\((\w+)\)\{return ?\(?\1&&\1\.__esModule\)?\?\1:\{"default":\1\};?\};?$/,
  /^function \w+\((\w+)(?:,(\w+))?\)\{if\((?:!\2&&)?\1&&\1\.__esModule\)(?:return \1;|\{return \1;?\})/,
  /^function (\w+)\((\w+),(\w+)\)\{if\("function"==typeof WeakMap\)var (\w+)=new WeakMap(?:\(\))?,(\w+)=new WeakMap(?:\(\))?;return ?\(\1=function\(\2,\3\)\{if\(!\3&&\2&&\2\.__esModule\)return \2;/,
  /^var __importStar=\(?this&&this\.__importStar\)?\|\|(?:\(function\(\)\{var ownKeys=function\((\w+)\)\{.*?return ownKeys\(\1\);?\};return )?function\((\w+)\)\{if\(\2&&\2\.__esModule\)return \2;/,
];

const names = /^_*(?:interop_?require_?(?:default|wildcard)|import(?:Default|Star))\d*$/i;

/** The helpers that a file declares. */
export const interopHelpers: (context: ScanContext) => readonly InteropHelper[] = perScan((context) => {
  const { source, scopes } = context;
  return [...declaredAlone(context)].flatMap(([name, statement]): InteropHelper[] => {
    const binding = scopes.program.bindings.get(name)!;
    if (name === '__toESM') return hasCopyingHelper(context) ? [{ binding, statement, copies: true }] : [];
    if (!names.test(name)) return [];
    const text = plainText(source.slice(statement.start!, statement.end!));
    return texts.some((known) => known.test(text)) ? [{ binding, statement, copies: false }] : [];
  });
});

export interface InteropCall {
  readonly call: t.CallExpression;
  readonly copies: boolean;
}

/** The call of a helper that has a call of `require` as its only argument; null where there is none. */
export function interopCall(context: ScanContext, required: t.Node): InteropCall | null {
  const call = parentOf(required);
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1 || call.arguments[0] !== required)
    return null;
  if (call.callee.type !== 'Identifier') return null;
  const binding = context.scopes.referenceOf(call.callee)?.binding;
  const helper = interopHelpers(context).find((each) => each.binding === binding);
  return helper === undefined ? null : { call, copies: helper.copies };
}
