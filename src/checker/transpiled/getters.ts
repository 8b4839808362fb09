import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding, Reference } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { CompilerHelper } from '../facts.ts';
import { pathOfGlobal } from '../free-names.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { plainText } from './plain-text.ts';

/**
 * Exports by getters, as esbuild and swc write them: each gives a variable of the file, as an export of an ES module does.
 *
 * ```js
 * __export(lib_exports, { a: () => a, default: () => lib_default });
 * module.exports = __toCommonJS(lib_exports);
 * ```
 */
export interface GetterExports {
  /** The call that defines them. */
  readonly statement: t.ExpressionStatement;
  readonly getters: readonly Getter[];
  /** Where the exports object itself gets them: the mention of it. */
  readonly target: t.Node | null;
  /** Where another object gets them, which is then assigned to `module.exports`: each mention of that member. */
  readonly assigned: readonly t.Node[];
  /** Whether what defines them sets the marker `__esModule`, too. */
  readonly setsMarker: boolean;
  /** Statements that only serve this. */
  readonly statements: readonly t.Statement[];
}

export interface Getter {
  readonly key: string;
  readonly binding: Binding;
}

const property = String.raw`__defProp\(\1,name,\{get:\2\[name\],enumerable:(?:true|!0)\}\)`;

/** The texts of the functions that define them: of esbuild, with and without the marker, and of swc, now and before. */
const definers: readonly { readonly text: RegExp; readonly setsMarker: boolean }[] = [
  {
    text: new RegExp(String.raw`^var __export=\((\w+),(\w+)\)=>\{for\(var name in \2\)${property};?\};?$`),
    setsMarker: false,
  },
  {
    text: new RegExp(
      String.raw`^var __export=\((\w+),(\w+)\)=>\{__markAsModule\(\1\);for\(var name in \2\)${property};?\};?$`,
    ),
    setsMarker: true,
  },
  {
    text: /^function _export\((\w+),(\w+)\)\{for\(var name in \2\)Object\.defineProperty\(\1,name,\{enumerable:true,get:(?:\2\[name\]|Object\.getOwnPropertyDescriptor\(\2,name\)\.get)\}\);?\}$/,
    setsMarker: false,
  },
];

/** What the first ones call, which has to be what it is called. */
const defining: Readonly<Record<string, RegExp>> = {
  __defProp: /^var __defProp=Object\.defineProperty;?$/,
  __markAsModule: /^var __markAsModule=\((\w+)\)=>__defProp\(\1,"__esModule",\{value:(?:true|!0)\}\);?$/,
  __toCommonJS:
    /^var __toCommonJS=\((\w+)\)=>__copyProps\(__defProp\(\{\},"__esModule",\{value:(?:true|!0)\}\),\1\);?$/,
  __copyProps:
    /^var __copyProps=\((\w+),(\w+),(\w+),(\w+)\)=>\{if\(\2&&typeof \2==="object"\|\|typeof \2==="function"\)\{for\(let (\w+) of __getOwnPropNames\(\2\)\)if\(!__hasOwnProp\.call\(\1,\5\)&&\5!==\3\)__defProp\(\1,\5,\{get:\(\)=>\2\[\5\],enumerable:!\(\4=__getOwnPropDesc\(\2,\5\)\)\|\|\4\.enumerable\}\);?\}return \1;?\};?$/,
  __create: /^var __create=Object\.create;?$/,
  __getProtoOf: /^var __getProtoOf=Object\.getPrototypeOf;?$/,
  __toESM:
    /^var __toESM=\((\w+),(\w+),(\w+)\)=>\(\3=\1!=null\?__create\(__getProtoOf\(\1\)\):\{\},__copyProps\(\2\|\|!\1\|\|!\1\.__esModule\?__defProp\(\3,"default",\{value:\1,enumerable:(?:true|!0)\}\):\3,\1\)\);?$/,
  __getOwnPropNames: /^var __getOwnPropNames=Object\.getOwnPropertyNames;?$/,
  __getOwnPropDesc: /^var __getOwnPropDesc=Object\.getOwnPropertyDescriptor;?$/,
  __hasOwnProp: /^var __hasOwnProp=Object\.prototype\.hasOwnProperty;?$/,
};

/** What `__copyProps` needs. */
const copying = ['__copyProps', '__defProp', '__getOwnPropDesc', '__getOwnPropNames', '__hasOwnProp'];

/** Whether the file has esbuild's `__toESM`, which copies the getters of what has the marker. */
export function hasCopyingHelper(context: ScanContext): boolean {
  return areKnown(context, ['__toESM', '__create', '__getProtoOf', ...copying]);
}

/** Functions that these compilers put into a file, and the variables that those use. */
export function compilerHelpers(context: ScanContext): readonly CompilerHelper[] {
  return [...declaredAlone(context)].flatMap(([name, statement]) => {
    if (!isHelperName(name)) return [];
    const { references } = context.scopes.program.bindings.get(name)!;
    const reads = references.filter(({ access }) => access === 'read').map(({ node }) => node.start!);
    return [{ statement: rangeOf(statement), reads }];
  });
}

function isHelperName(name: string): boolean {
  return Object.hasOwn(defining, name) || otherHelpers.has(name);
}

const otherHelpers: ReadonlySet<string> = new Set(['__export', '__reExport', '__toModule', '_export']);

/** The declaration of a function that defines exports by getters; null where the file has none. */
export const definerOf = perScan((context: ScanContext): Definer | null => {
  for (const [name, statement] of declaredAlone(context)) {
    if (name !== '__export' && name !== '_export') continue;
    const text = plainText(context.source.slice(statement.start!, statement.end!));
    const known = definers.find((definer) => definer.text.test(text));
    if (known !== undefined)
      return { statement, binding: context.scopes.program.bindings.get(name)!, setsMarker: known.setsMarker };
  }
  return null;
});

interface Definer {
  readonly statement: t.Statement;
  readonly binding: Binding;
  readonly setsMarker: boolean;
}

/** @returns null where the file has none, or in a form that these compilers do not write */
export const getterExports = perScan((context: ScanContext): GetterExports | null => {
  const definer = definerOf(context);
  if (definer === null) return null;
  const { binding, setsMarker } = definer;
  const isOfEsbuild = binding.name === '__export';
  if (isOfEsbuild && !areKnown(context, setsMarker ? ['__defProp', '__markAsModule'] : ['__defProp']))
    return null;
  const [call, ...others] = callsOf(binding);
  const statement = call === undefined ? null : parentOf(call);
  if (call === undefined || others.length > 0 || !isTopLevel(statement, context)) return null;
  const [target, list] = call.arguments;
  const getters = list?.type === 'ObjectExpression' ? gettersOf(list, context) : null;
  if (getters === null || target?.type !== 'Identifier' || call.arguments.length !== 2) return null;
  const own = context.scopes.referenceOf(target)?.binding;
  if (own === null && target.name === 'exports')
    return { statement, getters, target, assigned: [], setsMarker, statements: [] };
  if (own == null || !isOfEsbuild || setsMarker) return null;
  const assignment = assignedObject(own, target, context);
  return assignment && { statement, getters, target: null, setsMarker: true, ...assignment };
});

/** The call that defines the exports of the file, and the function of the compiler that does so; null where there is none. */
export function helpersOfGetters(
  context: ScanContext,
): { readonly call: t.Expression; readonly definer: t.Statement } | null {
  const exports = getterExports(context);
  return exports && { call: exports.statement.expression, definer: definerOf(context)!.statement };
}

/** `module.exports = __toCommonJS(lib_exports)`, for an object that is made for nothing else. */
function assignedObject(
  { declarations, references }: Binding,
  target: t.Node,
  context: ScanContext,
): Pick<GetterExports, 'assigned' | 'statements'> | null {
  if (!areKnown(context, ['__toCommonJS', ...copying])) return null;
  const declarator = declarations.length === 1 ? parentOf(declarations[0]!) : null;
  const [other, ...more] = references.filter(({ node, access }) => access === 'read' && node !== target);
  if (declarator?.type !== 'VariableDeclarator' || declarator.init?.type !== 'ObjectExpression') return null;
  const declaration = parentOf(declarator);
  const call = other === undefined ? null : parentOf(other.node);
  const assignment = call && parentOf(call);
  if (more.length > 0 || references.length !== 3 || declarator.init.properties.length > 0) return null;
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) return null;
  if (call?.type !== 'CallExpression' || call.arguments.length !== 1) return null;
  if (call.callee.type !== 'Identifier' || call.callee.name !== '__toCommonJS') return null;
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return null;
  const statement = parentOf(assignment);
  if (!isTopLevel(statement, context) || pathOfGlobal(context, assignment.left) !== 'module.exports')
    return null;
  const hint = lexerHint(context, assignment.left);
  // Whatever else is done with them is done with the object that nobody gets.
  const named = ['exports', 'module'].flatMap((name) => context.scopes.free.get(name) ?? []);
  const isOwnThis = (node: t.Node): boolean => ownerOfThis(node) === context.parsed.program;
  const allowed = hint === null ? 1 : 2;
  if (named.length !== allowed || nodesOf(context, 'ThisExpression').some(isOwnThis)) return null;
  const statements = [declaration, statement, ...(hint === null ? [] : [hint.statement])];
  return { assigned: hint === null ? [assignment.left] : [assignment.left, hint.member], statements };
}

/** `0 && (module.exports = { a, b });`, which tells Node's lexer of the names. */
function lexerHint(
  { scopes }: ScanContext,
  assigned: t.Node,
): { readonly statement: t.ExpressionStatement; readonly member: t.Node } | null {
  const [other] = (scopes.free.get('module') ?? []).filter(({ node }) => parentOf(node) !== assigned);
  for (let at: t.Node | null = other?.node ?? null; at !== null; at = parentOf(at)) {
    if (at.type !== 'ExpressionStatement') continue;
    const { expression } = at;
    const isDead =
      expression.type === 'LogicalExpression' &&
      expression.operator === '&&' &&
      expression.left.type === 'NumericLiteral' &&
      expression.left.value === 0;
    return isDead ? { statement: at, member: parentOf(other!.node)! } : null;
  }
  return null;
}

function isTopLevel(node: t.Node | null, { parsed }: ScanContext): node is t.ExpressionStatement {
  return node?.type === 'ExpressionStatement' && parentOf(node) === parsed.program;
}

/** `{ a: () => a, b: function() { return b; }, get c() { return c; } }` */
function gettersOf(list: t.ObjectExpression, { scopes }: ScanContext): readonly Getter[] | null {
  const getters: Getter[] = [];
  for (const each of list.properties) {
    const value = each.type === 'SpreadElement' ? null : returnedBy(each);
    const key = each.type === 'SpreadElement' ? null : staticKey(each);
    const reference = value === null ? undefined : scopes.referenceOf(value);
    const binding = reference?.dynamic === false ? reference.binding : null;
    if (key === null || key === '__proto__' || binding?.scope !== scopes.program) return null;
    getters.push({ key, binding });
  }
  return getters;
}

function returnedBy(each: t.ObjectProperty | t.ObjectMethod): t.Identifier | null {
  const fn = each.type === 'ObjectMethod' ? (each.kind === 'get' ? each : null) : each.value;
  if (
    fn?.type !== 'ObjectMethod' &&
    fn?.type !== 'FunctionExpression' &&
    fn?.type !== 'ArrowFunctionExpression'
  )
    return null;
  const [statement, ...others] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const value = fn.body.type !== 'BlockStatement' ? fn.body : others.length === 0 ? statement : null;
  const returned = value?.type === 'ReturnStatement' ? value.argument : value;
  return returned?.type === 'Identifier' ? returned : null;
}

function callsOf({ references }: Binding): readonly t.CallExpression[] {
  return references.flatMap(({ node, access }: Reference) => {
    const call = access === 'read' ? parentOf(node) : null;
    return call?.type === 'CallExpression' && call.callee === node ? [call] : [];
  });
}

function areKnown(context: ScanContext, names: readonly string[]): boolean {
  const declared = declaredAlone(context);
  return names.every((name) => {
    const statement = declared.get(name);
    if (statement === undefined) return false;
    return defining[name]!.test(plainText(context.source.slice(statement.start!, statement.end!)));
  });
}

/** Functions and variables of the top level that one statement declares alone, and nothing else writes to. */
export const declaredAlone = perScan(({ parsed, scopes }: ScanContext): ReadonlyMap<string, t.Statement> => {
  const found = new Map<string, t.Statement>();
  for (const statement of parsed.program.body) {
    const id = declaredBy(statement);
    const binding = id === null ? undefined : scopes.program.bindings.get(id.name);
    const isConstant = binding?.references.every(
      ({ access, initialises }) => access === 'read' || initialises,
    );
    if (binding?.declarations.length === 1 && isConstant) found.set(binding.name, statement);
  }
  return found;
});

function declaredBy(statement: t.Statement): t.Identifier | null {
  if (statement.type === 'FunctionDeclaration') return statement.id ?? null;
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null;
  const { id } = statement.declarations[0]!;
  return id.type === 'Identifier' ? id : null;
}
