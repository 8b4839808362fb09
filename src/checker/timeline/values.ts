import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isInOptionalChain } from '../../syntax/optional-chain.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { RequireFact } from '../facts.ts';
import { pathTexts } from '../path-texts.ts';
import { newPlace } from '../per-scan.ts';
import { wrapperNames } from '../wrapper-names.ts';
import { declaratorOf, listDeclaring } from '../writes.ts';
import { Circular } from './circular.ts';
import { Contents } from './contents.ts';
import { keptLiterals } from './kept-literals.ts';
import { type Call, isNamedFunction, memberOfGlobal, ofFreeName, ofParameter, thisOf } from './origins.ts';
import { sourcesOf } from './patterns.ts';
import { isPlainObject } from './plain-objects.ts';
import { isPrivateThis } from './private-classes.ts';
import { resultOf } from './results.ts';
import { returnedBy } from './returned.ts';
import { truthOf } from './truth.ts';
import { either, optionsOf, own, THIS, unknown, type Value } from './value.ts';
import { exportsVariable, wholeExports } from './whole-exports.ts';

const place = newPlace();

/** The values of a file: found once for all parts of a scan. */
export function valuesOf(scan: ScanContext, requires: readonly RequireFact[]): Values {
  const known = scan.shared[place] as Values | undefined;
  if (known !== undefined) return known;
  const values = new Values(scan, requires);
  scan.shared[place] = values;
  return values;
}

/** The same for what does not depend on what is required; those that are found already are taken. */
export function ownValues(scan: ScanContext): Values {
  return (scan.shared[place] as Values | undefined) ?? new Values(scan, []);
}

/** A scan of the same file that finds its values anew, but knows all else that was found out. */
export function withoutValues(scan: ScanContext): ScanContext {
  const shared = [...scan.shared];
  shared[place] = undefined;
  return { ...scan, shared };
}

/** Tells of each expression where its value comes from, as far as the file shows it. */
export class Values {
  /** What objects of the file may hold. */
  readonly contents: Contents;
  readonly #scan: ScanContext;
  readonly #requires: readonly RequireFact[];
  readonly #requireAt: ReadonlyMap<number, number>;
  readonly #circular = new Circular();

  constructor(scan: ScanContext, requires: readonly RequireFact[]) {
    this.#scan = scan;
    this.#requires = requires;
    this.#requireAt = new Map(requires.map(({ call }, index) => [call[0], index]));
    this.contents = new Contents(scan, this, this.#circular);
  }

  /** Which entry of the requires a call is. */
  requireOf(call: t.Node): number | null {
    const index = this.#requireAt.get(call.start!);
    return index !== undefined && this.#requires[index]!.call[1] === call.end ? index : null;
  }

  specifierOf(require: number): string | null {
    return this.#requires[require]!.specifier;
  }

  of(node: t.Node): Value {
    switch (node.type) {
      case 'Identifier':
        return this.#ofIdentifier(node);
      case 'ThisExpression':
        return isPrivateThis(this.#scan)(node) ? own : thisOf(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ClassExpression':
        return { kind: 'function', node };
      case 'ArrayExpression':
        return this.#ofArray(node);
      case 'AssignmentExpression':
        return this.of(node.right);
      case 'SequenceExpression':
        return this.of(node.expressions.at(-1)!);
      case 'ConditionalExpression':
        return this.#ofConditional(node);
      case 'LogicalExpression':
        return this.#ofLogical(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#ofCallExpression(node);
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'SpreadElement':
      case 'TaggedTemplateExpression':
      case 'JSXElement':
      case 'JSXFragment':
      case 'ImportExpression':
      case 'Super':
        return unknown;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TypeCastExpression':
        return this.of(node.expression);
      default:
        return own;
    }
  }

  /** Whether assigning to this name makes or changes a global: it is no variable of the file or of the wrapper. */
  isGlobalVariable(node: t.Identifier): boolean {
    return this.#scan.scopes.referenceOf(node)?.binding === null && !wrapperNames.has(node.name);
  }

  /** The path of a global, `Object.keys`; null for anything else. */
  globalAt(node: t.Node): string | null {
    const value = this.of(node);
    return value.kind === 'global' ? value.name : null;
  }

  /** Whether it names an object literal that stays as the file spells it out. */
  isKeptLiteral(node: t.Node): boolean {
    return keptLiterals(this.#scan)(node);
  }

  /** Whether an expression of strings begins at the root or at the file's own folder, whatever else is put behind that. */
  isAbsolutePath(node: t.Node): boolean {
    const texts = pathTexts(node, this.#scan);
    return texts?.every(({ fromFile, start }) => fromFile || start.startsWith('/')) ?? false;
  }

  truthOf(test: t.Node): boolean | null {
    return truthOf(this.#scan, test);
  }

  /** The value of `object[key]`; the key is null where it is computed. */
  member(object: Value, key: string | null): Value {
    switch (object.kind) {
      case 'either':
        return either(object.options.map((option) => this.member(option, key)));
      case 'own':
        return this.contents.memberOf(object, key);
      case 'function':
        return key === 'prototype' ? own : this.contents.under(key);
      case 'required':
        if (object.result) return object;
        return key === null ? unknown : { ...object, path: [...object.path, key] };
      case 'global':
        if (object.name === 'module' && key === 'exports') return this.#ofExports(wholeExports);
        return memberOfGlobal(object.name, key);
      case 'parameter':
        return key === null ? unknown : { ...object, path: [...object.path, key] };
      default:
        return unknown;
    }
  }

  /** `module.exports`, or the variable `exports`: the file's own object until it gets something else. */
  #ofExports(assigned: typeof wholeExports): Value {
    return this.#circular.of(assigned, () => {
      const given = assigned(this.#scan).flatMap((each) => optionsOf(this.of(each)));
      // What a function was handed over is not known where another one looks at the exports.
      return either([own, ...given.filter(({ kind }) => kind !== 'parameter')]);
    });
  }

  /** Of computed and optional members there are long chains, each of which is asked for. */
  #ofMember(node: t.MemberExpression): Value {
    const key = staticKey(node);
    const inherited = key === null ? null : inheritedFrom(node.object, key);
    if (inherited !== null) return memberOfGlobal(inherited, key);
    const find = (): Value => {
      const object = this.of(node.object);
      return key === null && object.kind === 'own' && isPlainObject(this.#scan, node.object)
        ? this.contents.memberOfLiteral()
        : this.member(object, key);
    };
    return key === null || isInOptionalChain(node) ? this.#circular.of(node, find) : find();
  }

  #ofArray(node: t.ArrayExpression): Value {
    return this.#circular.of(node, () => ({
      kind: 'own',
      holds: either(node.elements.map((element) => (element ? this.of(element) : own))),
    }));
  }

  #ofConditional({ test, consequent, alternate }: t.ConditionalExpression): Value {
    const truth = truthOf(this.#scan, test);
    if (truth !== null) return this.of(truth ? consequent : alternate);
    return either([this.of(consequent), this.of(alternate)]);
  }

  #ofLogical({ operator, left, right }: t.LogicalExpression): Value {
    const truth = truthOf(this.#scan, left);
    if (truth !== null && operator !== '??') return this.of(truth === (operator === '&&') ? right : left);
    return either([this.of(left), this.of(right)]);
  }

  #ofIdentifier(node: t.Identifier): Value {
    const reference = this.#scan.scopes.referenceOf(node);
    if (reference === undefined || reference.dynamic) return unknown;
    const { binding } = reference;
    if (binding === null)
      return node.name === 'exports' ? this.#ofExports(exportsVariable) : ofFreeName(node.name);
    return this.#circular.of(binding, () => this.#ofBinding(binding));
  }

  #ofBinding(binding: Binding): Value {
    const values: Value[] = [];
    for (const id of binding.declarations) {
      const owner = parentOf(id);
      if (owner && isNamedFunction(owner) && owner.id === id) values.push({ kind: 'function', node: owner });
      else if (binding.kind === 'parameter') values.push(ofParameter(id));
      else if (binding.kind === 'catch' || binding.kind === 'import') values.push(unknown);
    }
    if (binding.kind === 'arguments') values.push({ kind: 'own', holds: unknown });
    for (const { node, access } of binding.references) {
      if (access !== 'read') values.push(this.#ofWrite(node));
    }
    return either(values);
  }

  /** What an assignment or declarator puts into a variable. */
  #ofWrite(target: t.Node): Value {
    const parent = parentOf(target);
    if (parent?.type === 'VariableDeclarator' && parent.id === target)
      return parent.init ? this.of(parent.init) : this.#ofLoop(parent);
    if (parent?.type === 'AssignmentExpression' && parent.left === target) {
      return parent.operator === '=' || /^(?:\|\||&&|\?\?)=$/.test(parent.operator)
        ? this.of(parent.right)
        : own;
    }
    if (parent?.type === 'UpdateExpression' || parent?.type === 'ForInStatement') return own;
    const declarator = declaratorOf(target);
    const loop = declarator && parentOf(parentOf(declarator)!);
    if (loop?.type === 'ForInStatement') return own;
    return declarator?.init ? this.#ofPattern(declarator, target) : unknown;
  }

  /** `for (const element of list)`; of a declarator without a value otherwise there is nothing. */
  #ofLoop(declarator: t.VariableDeclarator): Value {
    const list = listDeclaring(declarator);
    return list === null ? own : this.member(this.of(list), null);
  }

  /** `const { a: { b } } = value` */
  #ofPattern(declarator: t.VariableDeclarator, target: t.Node): Value {
    const sources = sourcesOf(declarator, target);
    if (sources === null) return unknown;
    return either(
      sources.map((source) =>
        source.keys.reduce<Value>((value, key) => this.member(value, key), this.of(source.of)),
      ),
    );
  }

  #ofCallExpression(call: Call): Value {
    const require = this.requireOf(call);
    if (require !== null) return { kind: 'required', require, path: [], result: false };
    return this.#circular.of(call, () => resultOf(this, call));
  }

  /** Replaces what the caller hands over by what this call hands over. */
  substitute(value: Value, owner: t.Node, given: readonly Value[], receiver: Value): Value {
    if (!isHandedTo(owner, value)) return value;
    if (value.kind === 'either') {
      return either(value.options.map((option) => this.substitute(option, owner, given, receiver)));
    }
    if (value.kind === 'own')
      return { kind: 'own', holds: this.substitute(value.holds!, owner, given, receiver) };
    if (value.kind !== 'parameter') return value;
    const start = value.index === THIS ? receiver : (given[value.index] ?? own);
    return value.path.reduce<Value>((at, key) => this.member(at, key), start);
  }

  /** What a function returns. */
  returnedBy(node: t.Function): readonly t.Node[] {
    return returnedBy(this.#scan, node);
  }
}

/**
 * The prototype of which a literal without anything in it has a member: `{}.hasOwnProperty`, `[].slice` (ECMA-262 §20.1.3,
 * §23.1.3).
 */
function inheritedFrom(node: t.Node, key: string): string | null {
  const object = unwrap(node);
  if (object.type === 'ObjectExpression' && object.properties.length === 0) return 'Object.prototype';
  const isList = object.type === 'ArrayExpression' && object.elements.length === 0;
  return isList && key !== 'length' ? 'Array.prototype' : null;
}

/** Whether a function got it, or a part of it, as an argument. */
function isHandedTo(owner: t.Node, value: Value): boolean {
  if (value.kind === 'parameter') return value.owner === owner;
  if (value.kind === 'either') return value.options.some((option) => isHandedTo(owner, option));
  return value.kind === 'own' && value.holds !== undefined && isHandedTo(owner, value.holds);
}
