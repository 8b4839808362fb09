import type * as t from '@babel/types';
import { addTo, wordsOf } from '../../../lists.ts';
import { declaredBinding } from '../../../syntax/declared-binding.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { callsByName, membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { isModuleExports } from '../../module-exports.ts';
import { functionAround, ownerOfThis } from '../../owner.ts';
import { patternIdentifiers } from '../../pattern-identifiers.ts';
import { perScan } from '../../per-scan.ts';
import { adding, keyOf, type Put, putsOf } from '../../timeline/puts.ts';
import { namesOf } from '../function-names.ts';
import { functionOf } from '../own-functions.ts';
import { type Call, isCall } from './call-kinds.ts';
import { nameOfHolder } from './handed-values.ts';
import { handedOver } from './plain-callbacks.ts';
import { resultOf } from './plainly-called.ts';

/** How others may come by a function of the file. */
export interface Outward {
  /** Keys under which they find it, or something with it in it; `key()`: what gives it; `*`: only running the program would tell. */
  readonly keys: ReadonlySet<string>;
  readonly isExports: boolean;
  /** Calls of functions that the file does not show, with what is or has it among their arguments. */
  readonly handedTo: readonly HandedTo[];
}

export interface HandedTo {
  readonly callee: t.Node;
  /** `RECEIVER`: it is called on that. */
  readonly index: number;
}

/** In place of the index of a parameter: what the function gets as `this`. */
export const RECEIVER = -1;

/**
 * Goes on from functions to all that gets them: variables, keys, lists, results, and what unknown functions make of them.
 * Of those that get about everywhere in a large file, it is not told which gets where.
 *
 * @returns as many as there are values, in their order; one object for several of which the same is said
 */
export function outwardKeys(scan: ScanContext, values: readonly t.Node[]): readonly Outward[] {
  const alone = values.map((value) => {
    const spreading = new Spreading(scan);
    return spreading.goOnFrom([value], furthest) ? spreading : null;
  });
  const far = new Spreading(scan);
  far.goOnFrom(
    values.filter((_, index) => alone[index] === null),
    Number.POSITIVE_INFINITY,
  );
  return alone.map((spreading) => spreading ?? far);
}

/** At how many places a value is looked at for itself. */
const furthest = 500;

class Spreading implements Outward {
  readonly keys = new Set<string>();
  readonly handedTo: HandedTo[] = [];
  isExports = false;
  readonly #scan: ScanContext;
  readonly #places = new Set<t.Node>();
  readonly #bindings = new Set<Binding>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  /**
   * @param values functions, expressions, or names in patterns
   * @returns whether it came to an end
   */
  goOnFrom(values: readonly t.Node[], limit: number): boolean {
    for (const value of values) this.#addFunction(value);
    for (const place of this.#places) {
      this.#goOn(place);
      if (this.#places.size > limit) return false;
    }
    return true;
  }

  #addFunction(fn: t.Node): void {
    if (isFunction(fn) && 'id' in fn) this.#addVariable(fn.id);
    if (fn.type === 'Identifier') this.#addVariable(fn);
    else if (fn.type !== 'FunctionDeclaration' && fn.type !== 'Program') this.#places.add(fn);
  }

  #goOn(place: t.Node): void {
    for (const key of keysByValue(this.#scan).get(place) ?? []) this.#addKey(key);
    const parent = parentOf(place)!;
    if (place.type === 'ObjectMethod') {
      this.#addKey(keyOf(place));
      this.#places.add(parent);
      return;
    }
    switch (parent.type) {
      case 'ObjectProperty':
        if (parent.value !== place || parentOf(parent)?.type !== 'ObjectExpression') break;
        this.#addKey(keyOf(parent));
        this.#places.add(parentOf(parent)!);
        break;
      case 'AssignmentExpression':
        if (parent.right !== place) break;
        this.#addTarget(parent.left);
        this.#places.add(parent);
        break;
      case 'VariableDeclarator':
        if (parent.init === place) this.#addTarget(parent.id);
        break;
      case 'AssignmentPattern':
        if (parent.right === place) this.#addTarget(parent.left);
        break;
      case 'ForOfStatement':
        if (parent.right === place)
          this.#addTarget(
            parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]!.id : parent.left,
          );
        break;
      case 'ConditionalExpression':
        if (parent.test !== place) this.#places.add(parent);
        break;
      case 'SequenceExpression':
        if (parent.expressions.at(-1) === place) this.#places.add(parent);
        break;
      case 'ReturnStatement':
        this.#addResult(functionAround(parent));
        break;
      case 'ArrowFunctionExpression':
        if (parent.body === place) this.#addResult(parent);
        break;
      case 'MemberExpression':
        // `list[0]`, `list.pop()`, `fn.apply(this, arguments)`
        if (parent.object === place) this.#addTaken(parent);
        break;
      default:
        if (isCall(parent)) this.#addArgument(parent, place);
        else if (passingOn.has(parent.type)) this.#places.add(parent);
    }
  }

  #addTarget(target: t.Node): void {
    if (target.type === 'MemberExpression') {
      if (isModuleExports(target)) this.isExports = true;
      else this.#addKey(keyOf(target));
      this.#addHolder(target.object);
    } else for (const name of patternIdentifiers(target)) this.#addVariable(name);
  }

  /** Whatever has it in it under a computed key: `list[index] = fn`. */
  #addHolder(object: t.Node): void {
    const member = parentOf(object);
    if (member?.type === 'MemberExpression' && member.computed) this.#addHeld(object);
  }

  #addHeld(object: t.Node): void {
    const name = nameOfHolder(object);
    if (object.type === 'Identifier') this.#addVariable(object);
    else if (name !== null) this.#addKey(name);
  }

  #addVariable(name: t.Node | null | undefined): void {
    if (name?.type !== 'Identifier') return;
    const { scopes } = this.#scan;
    const around = functionAround(name);
    const innermost = scopes.scopeOf(isFunction(around) ? around.body : parentOf(name)!);
    const declared =
      declaredBinding(name, scopes.scopeOf(parentOf(name)!)) ?? declaredBinding(name, innermost);
    const binding = declared ?? scopes.referenceOf(name)?.binding;
    if (!binding) this.#addKey(name.name);
    if (!binding || this.#bindings.has(binding)) return;
    this.#bindings.add(binding);
    for (const { node, access } of binding.references) if (access !== 'write') this.#places.add(node);
  }

  /** It may be read in the file, too. */
  #addKey(key: string | null): void {
    const known = key ?? '*';
    if (this.keys.has(known)) return;
    this.keys.add(known);
    for (const member of membersByKey(this.#scan).of(known)) {
      const parent = parentOf(member)!;
      const isCalled = isCall(parent) && parent.callee === member;
      const isTarget = parent.type === 'AssignmentExpression' && parent.left === member;
      if (!isCalled && !isTarget) this.#places.add(member);
    }
  }

  #addTaken(member: t.MemberExpression): void {
    const parent = parentOf(member)!;
    const key = keyOf(member as t.MemberExpression);
    if (key !== null && withReceiver.has(key)) this.#addFunction(ownerOfThis(member));
    else if (isCall(parent) && parent.callee === member) {
      if (key !== null && handingOut.has(key)) this.#places.add(parent);
    } else if (key === null || /^\d+$/.test(key)) this.#places.add(member);
  }

  #addResult(fn: t.Node): void {
    if (!isFunction(fn)) return;
    const call = parentOf(fn);
    if (call?.type === 'CallExpression') this.#places.add(call);
    for (const key of keysByGetter(this.#scan).get(fn) ?? []) this.#addKey(key);
    for (const name of namesOf(this.#scan, fn).names) {
      this.#addKey(resultOf(name));
      for (const made of callsByName(this.#scan).of(name)) this.#places.add(made);
    }
  }

  #addArgument(call: Call, place: t.Node): void {
    if (call.callee === place) return;
    const index = (call.arguments as readonly t.Node[]).indexOf(place);
    const fn = functionOf(this.#scan, call.callee);
    const parameter = fn && isFunction(fn) ? fn.params[index] : null;
    if (parameter) {
      this.#addTarget(parameter);
      return;
    }
    this.#places.add(call);
    if (call.type !== 'NewExpression') this.#addHeldBy(call);
    if (handedOver(this.#scan, call, place) === 'unknown') this.handedTo.push(handedTo(call, index));
  }

  /** `list.push(fn)` */
  #addHeldBy({ callee }: t.CallExpression): void {
    if (callee.type === 'MemberExpression' && adding.has(keyOf(callee) ?? '')) this.#addHeld(callee.object);
  }
}

/** `f.call(receiver, argument)` calls `f` on the one, and hands over the other. */
export function handedTo({ callee }: Call, index: number): HandedTo {
  const key = callee.type === 'MemberExpression' ? staticKey(callee) : null;
  if (callee.type !== 'MemberExpression' || (key !== 'call' && key !== 'apply')) return { callee, index };
  return { callee: callee.object, index: index - 1 };
}

const withReceiver: ReadonlySet<string> = new Set(['apply', 'bind', 'call']);

/** Under which keys the file puts values, otherwise than in their place: `{ value: fn }` in a descriptor. */
const keysByValue = perScan((scan) => keysOf(scan, 'value'));
const keysByGetter = perScan((scan) => keysOf(scan, 'get'));

function keysOf(scan: ScanContext, wanted: Put['kind']): ReadonlyMap<t.Node, readonly (string | null)[]> {
  const found = new Map<t.Node, (string | null)[]>();
  for (const { kind, key, value, by } of putsOf(scan))
    if (kind === wanted && value !== null && by !== 'list' && !isAssigned(value)) addTo(found, value, key);
  return found;
}

function isAssigned(value: t.Node): boolean {
  return parentOf(value)?.type === 'AssignmentExpression';
}

const passingOn: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'AwaitExpression',
  'LogicalExpression',
  'SpreadElement',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
]);

/** Methods of lists and maps that give what is in them, or lists of that. */
const handingOut = wordsOf('at concat filter find get pop reverse shift slice sort splice values');
