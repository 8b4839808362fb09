import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isClass } from '../../syntax/kinds.ts';
import { ancestorsOf, parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RunCall, RunValue } from '../facts.ts';
import {
  builtinMethods,
  pureConstructors,
  pureFunctions,
  registering,
  stringMethods,
  writersOfFirst,
} from '../timeline/known-globals.ts';
import { isInherits, isPureModuleCall } from '../timeline/known-modules.ts';
import { isReturnThis } from '../timeline/origins.ts';
import { optionsOf, own, type Value } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { makesClass } from '../transpiled/class-helpers.ts';
import { constantOf, isBuiltinObject, isPrimitive } from './builtin-objects.ts';
import { haveMembersThatRun } from './function-members.ts';
import type { Handed } from './handed.ts';
import { isGlobalByName, isMadeOfText } from './made-of-text.ts';
import { isPlain } from './plain-values.ts';

type Given = NonNullable<RunCall['given']>;
type AnyCall = t.CallExpression | t.NewExpression;

/** What a call runs, as far as the file tells: its callee, and what it may do with its arguments. */
export class Calls {
  readonly #scan: ScanContext;
  readonly #values: Values;
  readonly #handed: Handed;

  constructor(scan: ScanContext, values: Values, handed: Handed) {
    this.#scan = scan;
    this.#values = values;
    this.#handed = handed;
  }

  of(node: AnyCall): readonly RunCall[] {
    const { callee } = node;
    if (this.#values.requireOf(node) !== null || callee.type === 'Import' || isReturnThis(callee)) return [];
    const given = node.arguments.map((argument) => this.#handed.by(argument));
    const spread = node.arguments.findIndex(({ type }) => type === 'SpreadElement');
    if (spread < 0) {
      const more: Partial<RunCall> = {
        ...(node.arguments.some((argument) => this.#mayBeFilled(argument)) && { filled: true }),
        ...(node.arguments.some((argument) => this.#mayBeObject(argument)) && { objects: true }),
      };
      return this.#callees(node, given).map((call) => ({ ...call, ...more }));
    }
    const calls = this.#callees(node, [...given.slice(0, spread), given.slice(spread).flat()]);
    return calls.map((call) =>
      call.given === null ? call : { ...call, open: true, filled: true, objects: true },
    );
  }

  /** What is required is told by the values that are given. */
  #mayBeObject(node: t.Node): boolean {
    if (isPrimitive(this.#scan, node)) return false;
    if (node.type === 'ArrayExpression')
      return node.elements.some((element) => element !== null && this.#mayBeObject(element));
    const binding = node.type === 'Identifier' ? this.#scan.scopes.referenceOf(node)?.binding : null;
    if (binding && isPlain(binding)) return false;
    return optionsOf(this.#values.of(node)).some(
      ({ kind }) => holding.has(kind) || (kind === 'function' && haveMembersThatRun(this.#scan)),
    );
  }

  /** A list or object that a variable holds may have got more than what it was made with. */
  #mayBeFilled(node: t.Node): boolean {
    const made = node.type === 'Identifier' ? constantOf(this.#scan, node) : null;
    return made !== null && !isPrimitive(this.#scan, made);
  }

  /** A tag is called like any other function, with what stands in its template. */
  ofTag({ tag, quasi, start, end }: t.TaggedTemplateExpression): readonly RunCall[] {
    const given = quasi.expressions.map((expression) => this.#handed.by(expression));
    const call = {
      type: 'CallExpression',
      callee: tag,
      arguments: [],
      start,
      end,
    } as unknown as t.CallExpression;
    return this.#callees(call, [[], ...given]);
  }

  #callees(node: AnyCall, given: Given): readonly RunCall[] {
    const { callee } = node;
    // Making a function of a text runs nothing yet.
    if (isMadeOfText(this.#scan, node) || this.#makesClass(node)) return [];
    if (callee.type === 'Super') return this.#base(callee, given);
    if (callee.type === 'MemberExpression') {
      const key = staticKey(callee);
      const self = isBuiltinObject(this.#scan, callee.object) ? own : this.#values.of(callee.object);
      return optionsOf(self).flatMap((value) => this.#method(value, key, node, given));
    }
    return this.#callable(callee).flatMap((value) => this.#plain(value, null, node, given));
  }

  #makesClass(node: AnyCall): boolean {
    const [made] = node.arguments;
    const isOfFile =
      made !== undefined && optionsOf(this.#values.of(made)).every(({ kind }) => kind === 'function');
    return isOfFile && makesClass(this.#scan, node);
  }

  /** What a variable may hold but for `undefined` and the like, which nobody calls. */
  #callable(callee: t.Node): readonly Value[] {
    const options = optionsOf(this.#values.of(callee));
    const binding = callee.type === 'Identifier' ? this.#scan.scopes.referenceOf(callee)?.binding : null;
    if (!binding || options.length === 1 || !options.some(({ kind }) => kind === 'own')) return options;
    const written = binding.references.flatMap(({ node, access }) => (access === 'read' ? [] : [node]));
    const isOwn = (node: t.Node): boolean =>
      optionsOf(this.#values.of(node)).some(({ kind }) => kind === 'own');
    const isEmpty = written.every((node) => {
      const value = valueWritten(node);
      return value !== null && (isNothing(value) || !isOwn(value));
    });
    return isEmpty ? options.filter(({ kind }) => kind !== 'own') : options;
  }

  /** `super()` */
  #base(callee: t.Super, given: Given): readonly RunCall[] {
    for (const around of ancestorsOf(callee)) {
      if (!isClass(around)) continue;
      const values = around.superClass ? this.#handed.values(this.#values.of(around.superClass)) : [];
      return values.map((base) => ({ callee: base, given }));
    }
    return [];
  }

  #method(self: Value, key: string | null, node: AnyCall, given: Given): readonly RunCall[] {
    if ((key === 'call' || key === 'apply') && self.kind !== 'own' && self.kind !== 'unknown') {
      if (this.#runsNothingGiven(self)) return [];
      const called = this.#plain(self, null, node, []).map(({ callee: target }) => runs(target));
      return [...called, ...given.flat().map(runs)];
    }
    const member = this.#values.member(self, key);
    if (key === null || !this.#isBuiltin(key, node)) {
      return optionsOf(member).flatMap((value) => this.#plain(value, key, node, given));
    }
    const back = callingBack.has(key) ? given.flat().map(runs) : [];
    if (self === own && 'object' in node.callee && isBuiltinObject(this.#scan, node.callee.object))
      return back;
    if (self.kind === 'own' || self.kind === 'function') {
      const named = this.#handed
        .values(this.#values.contents.named(key))
        .filter(({ kind }) => kind !== 'unknown');
      return [...back, ...named.map((callee) => ({ callee, given }))];
    }
    if (self.kind === 'global') return back;
    if (self.kind === 'unknown' && stringMethods.has(key)) return back;
    return [...back, ...this.#plain(member, key, node, given)];
  }

  /** What runs in place is part of what is around it; and some functions of the language only ask what an object has. */
  #runsNothingGiven(callee: Value): boolean {
    if (callee.kind === 'global') return askingFunctions.has(callee.name);
    return callee.kind === 'function' && this.#handed.values(callee).length === 0;
  }

  /** Of iterators of the language, `next` is a method like the others; a generator's runs code of the file. */
  #isBuiltin(key: string, { callee }: AnyCall): boolean {
    if (key === 'next' && callee.type === 'MemberExpression')
      return isBuiltinObject(this.#scan, callee.object);
    return builtinMethods.has(key);
  }

  #plain(value: Value, key: string | null, node: AnyCall, given: Given): readonly RunCall[] {
    if (value.kind === 'either')
      return value.options.flatMap((option) => this.#plain(option, key, node, given));
    if (value.kind === 'global') return ofGlobal(value.name, node, given);
    // Such functions run nothing that they are given, but may look into it.
    if (value.kind === 'required' && !value.result && this.#isHarmless(value))
      return this.#handed.values(value).map((callee) => ({ callee, given: [] }));
    if (value.kind === 'own' || value.kind === 'unknown') {
      // Elements of lists are put there under no name.
      if (key !== null && !/^\d+$/.test(key)) return [{ callee: { kind: 'method', key }, given }];
      if (!isMadeOfText(this.#scan, node.callee)) return [{ callee: { kind: 'unknown' }, given }];
      return isGlobalByName(node.callee) ? [] : [{ callee: { kind: 'global' }, given }];
    }
    return this.#handed.values(value).map((callee) => ({ callee: methodOf(callee, key), given }));
  }

  #isHarmless({ require, path }: Extract<Value, { kind: 'required' }>): boolean {
    const specifier = this.#values.specifierOf(require);
    return isInherits(specifier, path) || isPureModuleCall(specifier, path);
  }
}

/** ECMA-262 §20.1.3.2 to §20.1.3.4: but for traps of proxies they run nothing. */
const askingFunctions: ReadonlySet<string> = new Set([
  'Object.prototype.hasOwnProperty',
  'Object.prototype.isPrototypeOf',
  'Object.prototype.propertyIsEnumerable',
]);

/** Values that may be objects of the file. */
const holding: ReadonlySet<Value['kind']> = new Set(['own', 'parameter', 'unknown']);

/** The value that an assignment, or a declaration, gives a variable. */
function valueWritten(node: t.Node): t.Node | null {
  const parent = parentOf(node);
  return parent?.type === 'AssignmentExpression' && parent.operator === '=' ? parent.right : initOf(node);
}

/** `undefined`, `null`, `false`, `void 0` */
function isNothing(node: t.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'NullLiteral' || node.type === 'BooleanLiteral';
}

/** Of what a function of another module gave, a method is all that is known. */
function methodOf(callee: RunValue, key: string | null): RunValue {
  return callee.kind === 'result' ? { ...callee, key } : callee;
}

/** Run by somebody else, with arguments that are not known. */
export function runs(callee: RunValue): RunCall {
  return { callee, given: null };
}

/** Of the functions of the language that change no more than what they are given, those that call it. */
const callers: ReadonlySet<string> = new Set([
  'Array.from',
  'JSON.parse',
  'JSON.stringify',
  'Object.groupBy',
  'Promise',
  'Proxy',
  'Uint8Array.from',
]);

/** Those of which the last argument tells of accessors, which nobody sees called. */
const describing: ReadonlySet<string> = new Set([
  'Object.create',
  'Object.defineProperties',
  'Object.defineProperty',
  'Reflect.defineProperty',
]);

function ofGlobal(name: string, node: AnyCall, given: Given): readonly RunCall[] {
  if (describing.has(name) && given.length > 1) {
    const handedOn = given.at(-1)!.filter(({ kind }) => kind === 'parameter');
    return node.arguments.at(-1)!.type === 'ObjectExpression' ? [] : handedOn.map(runs);
  }
  if (callers.has(name)) return given.flat().map(runs);
  if (schedulers.has(name)) return [{ callee: { kind: 'global' }, given: [] }];
  if (runsNothing(name, node)) return [];
  const keeps = registering.has(name.slice(name.lastIndexOf('.') + 1)) ? { keeps: true as const } : {};
  return [{ callee: { kind: 'global', ...keeps }, given }];
}

/** What these are given runs when all that runs now is done; while a module loads, that is never. */
const schedulers: ReadonlySet<string> = wordsOf(
  'process.nextTick queueMicrotask setImmediate setInterval setTimeout',
);

function runsNothing(name: string, { type }: AnyCall): boolean {
  return type === 'NewExpression'
    ? pureConstructors.has(name)
    : pureFunctions.has(name) || writersOfFirst.has(name);
}

const callingBack: ReadonlySet<string> = new Set([
  ...[
    'catch',
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'flatMap',
    'forEach',
    'map',
  ],
  ...['reduce', 'reduceRight', 'replace', 'replaceAll', 'some', 'sort', 'toJSON', 'toSorted'],
]);
