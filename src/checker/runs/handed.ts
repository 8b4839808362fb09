import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isClass, isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { eachChild, parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { callInPlace } from '../exports/call-in-place.ts';
import type { RunValue } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { optionsOf, THIS, type Value } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { isPrimitive } from './builtin-objects.ts';
import { parameterBehind } from './parameters.ts';
import { isPlain } from './plain-values.ts';
import type { Regions } from './regions.ts';
import { unique } from './run-values.ts';

const unknown: RunValue = { kind: 'unknown' };

/** Tells what could be run of that which an expression gives away: its functions, and those of what it mentions. */
export class Handed {
  readonly #scan: ScanContext;
  readonly #regions: Regions;
  readonly #values: Values;
  readonly #known = new Map<t.Node, readonly RunValue[]>();
  readonly #attached: ReadonlyMap<Binding | t.Node, readonly t.Node[]>;

  constructor(scan: ScanContext, regions: Regions, values: Values) {
    this.#scan = scan;
    this.#regions = regions;
    this.#values = values;
    this.#attached = attachedTo(scan, values);
  }

  /** Everything that whoever gets the value of an expression may run. */
  by(node: t.Node): readonly RunValue[] {
    let known = this.#known.get(node);
    if (known === undefined) {
      known = inShort(this.#find(node));
      this.#known.set(node, known);
    }
    return known;
  }

  /**
   * The same for what is only run: `f(a, b)` gives no more than `f` makes of these.
   *
   * @param isNothing tells the arguments that count for nothing
   */
  made(node: t.Node, isNothing: (given: t.Node) => boolean): readonly RunValue[] {
    if (node.type !== 'CallExpression' || node.arguments.some(({ type }) => type === 'SpreadElement'))
      return this.by(node);
    const callees = optionsOf(this.#values.of(node.callee));
    const isKnown = callees.every((callee) =>
      callee.kind === 'required' ? !callee.result : callee.kind === 'function' && isFunction(callee.node),
    );
    if (!isKnown || this.#values.requireOf(node) !== null) return this.by(node);
    const given = node.arguments.map((argument) => (isNothing(argument) ? [] : this.by(argument)));
    return callees.flatMap((value) => this.values(value)).map((callee) => ({ kind: 'made', callee, given }));
  }

  #find(node: t.Node): readonly RunValue[] {
    const found: RunValue[] = [];
    const pending: t.Node[] = [node];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (isFunction(at)) found.push(...this.#function(at));
      else if (isClass(at)) found.push(...this.#constructors(at));
      else if (at.type === 'Identifier') found.push(...this.#byName(at));
      else if (at.type === 'ThisExpression') found.push(unknown);
      // `exports.a = exports.b = void 0`
      else if (at.type === 'AssignmentExpression' && isPrimitive(this.#scan, at)) continue;
      else {
        if (at.type === 'MemberExpression' || isCall(at)) found.push(...this.#byResult(at));
        // Who gets `required.key` does not get the rest of what was required, nor a function that gave just that.
        if (this.#isRequired(at)) continue;
        eachChild(at, (child) => {
          if (!isKey(at!, child)) pending.push(child);
        });
      }
    }
    return found;
  }

  /** A value that is called, or handed over, as far as it is known. */
  values(value: Value): readonly RunValue[] {
    return optionsOf(value).flatMap((option): readonly RunValue[] => {
      switch (option.kind) {
        case 'function':
          return isClass(option.node) ? this.#constructors(option.node) : this.#function(option.node);
        case 'required':
          return [
            option.result
              ? { kind: 'result', require: option.require, key: null }
              : { kind: 'required', require: option.require, path: option.path },
          ];
        case 'parameter':
          return this.#parameter(option);
        case 'unknown':
          return [unknown];
        default:
          return [];
      }
    });
  }

  /** What a function that runs in place does is done by what is around it. */
  #function(node: t.Function): readonly RunValue[] {
    return this.#regions.indexOf(node) === undefined ? [] : [this.#regions.own(node)];
  }

  /** The class, and the function that gets what it is constructed with. */
  #constructors(node: t.Class): readonly RunValue[] {
    const method = node.body.body.find(
      (element) => element.type === 'ClassMethod' && element.kind === 'constructor',
    );
    if (method !== undefined) return [this.#regions.own(node), this.#regions.own(method)];
    const base = node.superClass ? this.values(this.#values.of(node.superClass)) : [];
    return [this.#regions.own(node), ...base];
  }

  /** What else can be run by whoever has a function or class: its methods, what is put on it, its base. */
  partsOf(node: t.Node): readonly RunValue[] {
    const name = 'id' in node && node.id?.type === 'Identifier' ? node.id : nameGiven(node);
    const binding = name && this.#scan.scopes.referenceOf(name)?.binding;
    const attached = [node, binding].flatMap((holder) => (holder && this.#attached.get(holder)) || []);
    return inShort([...attached.flatMap((value) => this.by(value)), ...this.#membersOf(node)]);
  }

  #membersOf(node: t.Node): readonly RunValue[] {
    if (!isClass(node)) return [];
    const methods = node.body.body.flatMap((element) =>
      this.#regions.indexOf(element) === undefined ? [] : [this.#regions.own(element)],
    );
    return node.superClass ? [...methods, ...this.by(node.superClass)] : methods;
  }

  #byName(node: t.Identifier): readonly RunValue[] {
    const value = this.#values.of(node);
    const isOpen = optionsOf(value).some(({ kind }) => kind === 'own') && this.#mayHold(node);
    if (!isOpen && value.kind !== 'unknown') return this.values(value);
    return this.#ofParameter(node) ?? [unknown];
  }

  /** An element of what a caller hands over has what that has. */
  #ofParameter(node: t.Identifier): readonly RunValue[] | null {
    const parameter = parameterBehind(this.#scan, node);
    const region = parameter && this.#regions.indexOf(parameter.owner);
    return region == null ? null : [{ kind: 'parameter', region, index: parameter!.index }];
  }

  #isRequired(node: t.Node): boolean {
    const isMember = node.type === 'MemberExpression';
    if (!isMember && !isCall(node)) return false;
    return optionsOf(this.#values.of(node)).every(
      (value) => value.kind === 'required' && (isMember || !value.result),
    );
  }

  #byResult(node: t.Node): readonly RunValue[] {
    return this.values(this.#values.of(node));
  }

  #parameter({ owner, index, path }: Extract<Value, { kind: 'parameter' }>): readonly RunValue[] {
    if (index === THIS) return path.length > 0 ? [{ kind: 'method', key: path.at(-1)! }] : [unknown];
    const region = this.#regions.indexOf(owner);
    if (region !== undefined) return [{ kind: 'parameter', region, index }];
    const given = callInPlace(owner)?.passed?.[index];
    return given === undefined ? [unknown] : this.by(given);
  }

  /** Whether a variable with a value of the file's own may hold an object with functions in it. */
  #mayHold(node: t.Identifier): boolean {
    const binding = this.#scan.scopes.referenceOf(node)?.binding;
    if (!binding) return node.name !== 'undefined' && !node.name.startsWith('__');
    return !isPlain(binding);
  }
}

/** `const name = function () {}` */
function nameGiven(node: t.Node): t.Identifier | null {
  const parent = parentOf(node);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
}

/** Each value once; with one that is not known, nothing else counts but what a caller handed over. */
function inShort(values: readonly RunValue[]): readonly RunValue[] {
  const isOpen = values.some(({ kind }) => kind === 'unknown');
  return unique(isOpen ? values.filter(({ kind }) => kind === 'unknown' || kind === 'parameter') : values);
}

function isCall(node: t.Node): boolean {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** The `a` of `x.a` and `{ a: 1 }`: no value. */
function isKey(parent: t.Node, child: t.Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return child === parent.property && !parent.computed;
    case 'ObjectProperty':
      return child === parent.key && !parent.computed && !parent.shorthand;
    default:
      return false;
  }
}

/**
 * For each variable with a function or class: what is put on that, or on its prototype; for each function or class, what
 * is put on it by another way: `module.exports = f; module.exports.key = value`.
 */
function attachedTo(scan: ScanContext, values: Values): ReadonlyMap<Binding | t.Node, readonly t.Node[]> {
  const attached = new Map<Binding | t.Node, t.Node[]>();
  const attach = (target: t.Node, value: t.Node): void => {
    const root = rootOf(target);
    const binding = root.type === 'Identifier' ? scan.scopes.referenceOf(root)?.binding : null;
    if (binding) addTo(attached, binding, value);
    for (let holder = target; ; holder = holder.object) {
      for (const option of optionsOf(values.of(holder)))
        if (option.kind === 'function') addTo(attached, option.node, value);
      if (holder.type !== 'MemberExpression') break;
    }
  };
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression')) {
    if (left.type === 'MemberExpression') attach(left.object, right);
  }
  for (const { callee, arguments: given } of nodesOf(scan, 'CallExpression')) {
    const [target, ...put] = given;
    if (target === undefined || !attaching.has(nameOf(callee))) continue;
    for (const value of put) attach(target, value);
  }
  return attached;
}

const attaching: ReadonlySet<string> = new Set([
  '_createClass',
  '_inherits',
  '_inheritsLoose',
  'assign',
  'defineProperties',
  'defineProperty',
  'inherits',
  'setPrototypeOf',
]);

/** The last name of what is called. */
function nameOf(callee: t.Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (staticKey(callee) ?? '') : '';
}

function rootOf(node: t.Node): t.Node {
  let at = node;
  while (at.type === 'MemberExpression') at = at.object;
  return at;
}
