import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { plainText } from './plain-text.ts';

/**
 * Whether a call is one of those by which Babel makes a class, of a class of the file:
 *
 * ```js
 * _inherits(Logger, Stream);
 * _createClass(Logger, [{ key: 'log', value: function log() {} }], [{ key: 'level', get: function () {} }]);
 * ```
 *
 * Where all keys are texts they run nothing of what they get.
 */
export function makesClass(context: ScanContext, { callee, arguments: given }: Call): boolean {
  if (callee.type !== 'Identifier') return false;
  const { name } = callee;
  const isMaker = name === '_createClass' ? given.slice(1).every(isListOfMembers) : inheriting.has(name);
  return isMaker && isOfProgram(context, callee) && known(context)(name);
}

type Call = t.CallExpression | t.NewExpression;

const inheriting: ReadonlySet<string> = new Set(['_inherits', '_inheritsLoose']);

function isOfProgram({ scopes }: ScanContext, callee: t.Identifier): boolean {
  return scopes.referenceOf(callee)?.binding === scopes.program.bindings.get(callee.name);
}

/** Tells by its name whether a helper of the file is the one of Babel. */
const known = perScan((context: ScanContext): ((name: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (name) => {
    const answer = answers.get(name) ?? isKnown(context, name);
    answers.set(name, answer);
    return answer;
  };
});

interface Helper {
  /** Without space, as far as it runs for keys that are texts. */
  readonly texts: readonly RegExp[];
  /** The helpers that it may call. */
  readonly calls: readonly string[];
}

const helpers: Readonly<Record<string, Helper>> = {
  _inherits: {
    texts: [
      /^function _inherits\(([a-z]\w*),([a-z]\w*)\)\{if\("function"!=typeof \2&&null!==\2\)throw new TypeError\("[^"]*"\);\1\.prototype=Object\.create\(\2&&\2\.prototype,\{constructor:\{value:\1,writable:!0,configurable:!0\}\}\),(?:Object\.defineProperty\(\1,"prototype",\{writable:!1\}\),)?\2&&_setPrototypeOf\(\1,\2\);?\}$/,
      /^function _inherits\(([a-z]\w*),([a-z]\w*)\)\{if\(typeof \2!=="function"&&\2!==null\)\{throw new TypeError\("[^"]*"\);\}\1\.prototype=Object\.create\(\2&&\2\.prototype,\{constructor:\{value:\1,writable:true,configurable:true\}\}\);(?:Object\.defineProperty\(\1,"prototype",\{writable:false\}\);)?if\(\2\)_setPrototypeOf\(\1,\2\);\}$/,
    ],
    calls: ['_setPrototypeOf'],
  },
  _inheritsLoose: {
    texts: [
      /^function _inheritsLoose\(([a-z]\w*),([a-z]\w*)\)\{\1\.prototype=Object\.create\(\2\.prototype\)[,;]\1\.prototype\.constructor=\1[,;](?:_setPrototypeOf\(\1,\2\)|\1\.__proto__=\2);?\}$/,
    ],
    calls: ['_setPrototypeOf'],
  },
  _setPrototypeOf: {
    texts: [
      /^function _setPrototypeOf\(([a-z]\w*),([a-z]\w*)\)\{return _setPrototypeOf=Object\.setPrototypeOf\?Object\.setPrototypeOf\.bind\(\):function\(([a-z]\w*),([a-z]\w*)\)\{return \3\.__proto__=\4,\3;?\},_setPrototypeOf\(\1,\2\);?\}$/,
      /^function _setPrototypeOf\(([a-z]\w*),([a-z]\w*)\)\{_setPrototypeOf=Object\.setPrototypeOf(?:\?Object\.setPrototypeOf\.bind\(\):|\|\|)function _setPrototypeOf\(([a-z]\w*),([a-z]\w*)\)\{\3\.__proto__=\4;return \3;\};return _setPrototypeOf\(\1,\2\);\}$/,
    ],
    calls: [],
  },
  _createClass: {
    texts: [
      /^function _createClass\(([a-z]\w*),([a-z]\w*),([a-z]\w*)\)\{return \2&&_defineProperties\(\1\.prototype,\2\),\3&&_defineProperties\(\1,\3\),(?:Object\.defineProperty\(\1,"prototype",\{writable:!1\}\),)?\1;?\}$/,
      /^function _createClass\((Constructor|[a-z]\w*),([a-z]\w*),([a-z]\w*)\)\{if\(\2\)_defineProperties\(\1\.prototype,\2\);if\(\3\)_defineProperties\(\1,\3\);(?:Object\.defineProperty\(\1,"prototype",\{writable:false\}\);)?return \1;?\}$/,
    ],
    calls: ['_defineProperties'],
  },
  _defineProperties: {
    texts: [
      /^function _defineProperties\(([a-z]\w*),([a-z]\w*)\)\{for\(var ([a-z]\w*)=0;\3<\2\.length;\3\+\+\)\{var ([a-z]\w*)=\2\[\3\];\4\.enumerable=\4\.enumerable\|\|(?:!1,|false;)\4\.configurable=(?:!0,|true;)(?:"value"in \4&&\(\4\.writable=!0\),|if\("value"in \4\)\4\.writable=true;)Object\.defineProperty\(\1,(?:\4\.key|_toPropertyKey\(\4\.key\)),\4\);?\}\}$/,
    ],
    calls: ['_toPropertyKey'],
  },
  _toPropertyKey: {
    texts: [
      /^function _toPropertyKey\(([a-z]\w*)\)\{var ([a-z]\w*)=_toPrimitive\(\1,"string"\);return(?:"symbol"==(?:_typeof\(\2\)|typeof \2)\?\2:\2\+""| ?(?:_typeof\(\2\)|typeof \2)==="symbol"\?\2:String\(\2\));?\}$/,
    ],
    calls: ['_toPrimitive', '_typeof'],
  },
  _toPrimitive: {
    texts: [
      /^function _toPrimitive\(([a-z]\w*),([a-z]\w*)\)\{if\("object"!=(?:_typeof\(\1\)|typeof \1)\|\|!\1\)return \1;/,
      /^function _toPrimitive\(([a-z]\w*),([a-z]\w*)\)\{if\((?:_typeof\(\1\)|typeof \1)!=="object"\|\|\1===null\)return \1;/,
    ],
    calls: ['_typeof'],
  },
  _typeof: {
    texts: [
      /^function _typeof\(([a-z]\w*)\)\{"@babel\/helpers-typeof";return _typeof="function"==typeof Symbol&&"symbol"==typeof Symbol\.iterator\?function\(([a-z]\w*)\)\{return typeof \2;?\}:function\(([a-z]\w*)\)\{return \3&&"function"==typeof Symbol&&\3\.constructor===Symbol&&\3!==Symbol\.prototype\?"symbol":typeof \3;?\},_typeof\(\1\);?\}$/,
    ],
    calls: [],
  },
};

function isKnown(context: ScanContext, name: string): boolean {
  const { parsed, scopes, source } = context;
  const { bindings } = scopes.program;
  const binding = bindings.get(name);
  const statement = parsed.program.body.find(
    (each) => each.type === 'FunctionDeclaration' && each.id?.name === name,
  );
  if (!binding || !statement || binding.declarations.length > 1 || binding.scope.dynamic) return false;
  const isInside = (node: t.Node): boolean => node.start! >= statement.start! && node.end! <= statement.end!;
  const text = plainText(source.slice(statement.start!, statement.end!));
  const { texts, calls } = helpers[name]!;
  return (
    !bindings.has('Object') &&
    binding.writes.every(({ node }) => isInside(node)) &&
    texts.some((known) => known.test(text)) &&
    calls.every((called) => !text.includes(called) || isKnown(context, called))
  );
}

function isListOfMembers(node: t.Node): boolean {
  if (node.type === 'NullLiteral') return true;
  return (
    node.type === 'ArrayExpression' && node.elements.every((element) => element !== null && isMember(element))
  );
}

/** `{ key: 'name', value: function () {} }`: nothing of it runs when it is asked for. */
function isMember(node: t.Node): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.every((property) => {
      if (property.type !== 'ObjectProperty') return false;
      const key = staticKey(property);
      return key === 'key' ? property.value.type === 'StringLiteral' : key !== null && key !== '__proto__';
    })
  );
}
