import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isClass, isFunction } from '../../syntax/kinds.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { isConstructor } from '../exports/given-away.ts';
import { pathOfGlobal } from '../free-names.ts';
import { givenKey } from '../timeline/puts.ts';
import type { Expressions } from './expressions.ts';
import type { Mixture, Origin, Place } from './origin.ts';
import { classAround, constructorIn } from './world.ts';

export type Call = t.CallExpression | t.NewExpression | t.TaggedTemplateExpression;

/** What calls hand over, and what they give. */
export class Calls {
  readonly #at: Expressions;
  readonly mixtures = new Map<Call, Mixture>();
  /** The functions of the file that calls run. */
  readonly called = new Map<Call, Set<t.Node>>();
  /** Calls that run others, too. */
  readonly unknown = new Set<Call>();
  #unsettled: Call[] = [];

  constructor(at: Expressions) {
    this.#at = at;
  }

  /** A call of a function of the file. */
  add(call: Call): void {
    const { graph, scan } = this.#at;
    this.called.set(call, new Set());
    const result = this.#at.of(call);
    const callee = unwrap(calleeOf(call));
    const path = pathOfGlobal(scan, callee);
    const [first, second, third] = argumentsOf(call);
    if (path === 'require') this.unknown.add(call);
    if (path !== null && silent.has(path)) {
      if (/^(?:String|Number|Boolean|BigInt|Symbol)$|^parse/.test(path))
        graph.add(result, this.#at.primitive);
      return;
    }
    if (path !== null && givingBack.has(path) && first) {
      graph.link(this.#at.of(first), result);
      if (path.endsWith('.defineProperty') && second && third) this.#define(first, givenKey(second), third);
      if (path.endsWith('.setPrototypeOf') && second) this.#inherit(first, second);
      if (!path.endsWith('Properties')) return;
    }
    if ((path === 'Object.values' || path === 'Object.entries') && first) {
      const values = this.#at.place(`values ${first.start}`);
      this.#at.loadInto(values, this.#at.of(first), null);
      graph.add(result, this.#at.listOf(path === 'Object.values' ? values : this.#pairOf(values)));
      return;
    }
    if (path === 'Object.create' && first) {
      this.#create(call, first, second);
      return;
    }
    if (path === 'Object.assign' && first) {
      graph.link(this.#at.of(first), result);
      for (const source of argumentsOf(call).slice(1)) this.#copy(source, first);
      return;
    }
    if (path?.startsWith('Reflect.') && path.endsWith('.set') && second && third && first)
      this.#at.storeInto(this.#at.of(first), givenKey(second), this.#at.of(third));
    if (callee.type === 'Super') {
      const base = this.#at.superOf(callee);
      if (base !== null) this.#construct(call, base, this.#at.madeBy(classAround(callee)!));
      return;
    }
    if (callee.type === 'MemberExpression') this.#invoke(call, callee, result);
    if (call.type === 'NewExpression') this.#construct(call, this.#at.of(callee), null);
    else {
      graph.watch(this.#at.of(callee), (fn) => {
        if (fn.kind !== 'object' || !isFunction(fn.node)) return;
        this.#give(call, fn.node, argumentsOf(call));
        if (callee.type === 'MemberExpression')
          graph.link(this.#at.of(callee.object), this.#at.receiver(fn.node));
        graph.link(this.#at.result(fn.node), result);
      });
    }
    this.#unsettled.push(call);
  }

  /**
   * Those of functions that the file does not show, as far as it is known by now: whatever they get, they may give back, put
   * into anything that they get, and call all functions among it with.
   *
   * @returns whether there were any
   */
  addUnknown(): boolean {
    const unknown = this.#unsettled.filter((call) => this.#isUnknown(call));
    const found = new Set(unknown);
    this.#unsettled = this.#unsettled.filter((call) => !found.has(call));
    for (const call of unknown) this.#mix(call);
    return unknown.length > 0;
  }

  #isUnknown(call: Call): boolean {
    const callee = unwrap(calleeOf(call));
    const isInvoked = callee.type === 'MemberExpression' && isInvoking(callee.property);
    const functions = [...this.#at.of(isInvoked ? callee.object : callee).values];
    return !functions.some(isOwnFunction) || functions.some(({ kind }) => kind === 'foreign');
  }

  #mix(call: Call): void {
    const { graph } = this.#at;
    const callee = unwrap(calleeOf(call));
    this.unknown.add(call);
    if (callee.type === 'MemberExpression' && idle.has(staticKey(callee))) return;
    const given = [
      ...argumentsOf(call).map((argument) => this.#valueOf(argument)),
      this.#at.of(callee.type === 'MemberExpression' ? callee.object : callee),
    ];
    const mixture = this.#mixtureOf(call, given);
    const { all, token } = mixture;
    graph.add(this.#at.of(call), token);
    for (const place of given) {
      graph.link(place, all);
      graph.watch(place, (origin) => origin.mixInto(mixture));
    }
  }

  /** That of something which the call hands over, if there is one. */
  #mixtureOf(call: Call, given: readonly Place[]): Mixture {
    const { graph } = this.#at;
    for (const place of given)
      for (const { mixture } of place.values) if (mixture !== null) return this.#remember(call, mixture);
    const token = this.#at.origin(call, 'foreign');
    const mixture: Mixture = {
      all: this.#at.place(call.type + call.start),
      token,
      one: this.#at.place(token, (place) => graph.add(place, token)),
    };
    graph.add(mixture.all, token);
    token.mixInto(mixture);
    const goOn = (origin: Origin): void => {
      if (origin.stands !== null) origin.mixInto(mixture);
      graph.link(origin.found(null), mixture.all);
      if (!isOwnFunction(origin)) return;
      graph.add(this.#at.anyParameter(origin.node), token);
      if (!isConstructor(this.#at.scan, origin.node)) graph.add(this.#at.receiver(origin.node), token);
      graph.link(this.#at.result(origin.node), mixture.all);
    };
    graph.watch(mixture.all, goOn, 'mixed');
    return this.#remember(call, mixture);
  }

  #remember(call: Call, mixture: Mixture): Mixture {
    this.mixtures.set(call, mixture);
    return mixture;
  }

  /** What a spread list has. */
  #valueOf(argument: t.Node): Place {
    if (argument.type !== 'SpreadElement') return this.#at.of(argument);
    return this.#at.place(argument, (place) =>
      this.#at.loadInto(place, this.#at.of(argument.argument), null),
    );
  }

  #give(call: Call, fn: t.Node, given: readonly t.Node[]): void {
    const { graph } = this.#at;
    this.called.get(call)!.add(fn);
    const spread = given.findIndex(({ type }) => type === 'SpreadElement');
    given.forEach((argument, index) => {
      const from = this.#valueOf(argument);
      const isUncertain = spread >= 0 && index >= spread;
      graph.link(from, isUncertain ? this.#at.anyParameter(fn) : this.#at.parameter(fn, index));
    });
  }

  /** `new F(value)`, `super(value)` */
  #construct(call: Call, callee: Place, made: Origin | null): void {
    const { graph } = this.#at;
    graph.watch(callee, (maker) => {
      if (maker.kind !== 'object') return;
      const origin = made ?? this.#at.madeBy(maker.node);
      if (isClass(maker.node)) this.#constructClass(call, maker.node, origin);
      else if (isFunction(maker.node)) {
        graph.link(origin.receivers, this.#at.receiver(maker.node));
        this.#give(call, maker.node, argumentsOf(call));
        graph.link(this.#at.result(maker.node), this.#at.of(call));
      } else return;
      graph.add(this.#at.of(call), origin);
    });
  }

  #constructClass(call: Call, made: t.Class, origin: Origin): void {
    const { graph } = this.#at;
    const own = constructorIn(made);
    if (own !== null) {
      this.#give(call, own, argumentsOf(call));
      graph.link(this.#at.result(own), this.#at.of(call));
    } else if (made.superClass) this.#construct(call, this.#at.of(made.superClass), origin);
    // What it inherits from may keep what it is given: `class Registry extends Map {}`.
    if (made.superClass)
      for (const argument of argumentsOf(call)) {
        graph.link(this.#valueOf(argument), origin.unnamed);
        this.#at.loadInto(origin.unnamed, this.#valueOf(argument), null);
      }
  }

  /** `f.call(receiver, value)`, `f.apply(receiver, values)` of functions of the file. */
  #invoke(call: Call, { object, property }: t.MemberExpression, result: Place): void {
    const { graph } = this.#at;
    if (!isInvoking(property)) return;
    const [receiver, ...rest] = argumentsOf(call);
    graph.watch(this.#at.of(object), (fn) => {
      if (!isOwnFunction(fn)) return;
      if (receiver) graph.link(this.#valueOf(receiver), this.#at.receiver(fn.node));
      if (property.name === 'call') this.#give(call, fn.node, rest);
      else this.#give(call, fn.node, []);
      if (property.name === 'apply' && rest[0])
        this.#at.loadInto(this.#at.anyParameter(fn.node), this.#at.of(rest[0]), null);
      graph.link(this.#at.result(fn.node), result);
    });
  }

  #define(object: t.Node, key: string | null, descriptor: t.Node): void {
    const { graph } = this.#at;
    const value = this.#at.place(`value ${descriptor.start}`, (place) =>
      this.#at.loadInto(place, this.#at.of(descriptor), 'value'),
    );
    const getter = this.#at.place(`get ${descriptor.start}`, (place) =>
      this.#at.loadInto(place, this.#at.of(descriptor), 'get'),
    );
    graph.watch(getter, (fn) => {
      if (isOwnFunction(fn)) graph.link(this.#at.result(fn.node), value);
    });
    this.#at.storeInto(this.#at.of(object), key, value);
  }

  /** All that is in one object is put into another one. */
  #copy(source: t.Node, target: t.Node): void {
    const from = this.#at.place(`copy ${source.start}`, (place) =>
      this.#at.loadInto(place, this.#valueOf(source), null),
    );
    this.#at.storeInto(this.#at.of(target), null, from);
  }

  #create(call: Call, prototype: t.Node, descriptors: t.Node | undefined): void {
    const { graph } = this.#at;
    const object = this.#at.origin(call);
    graph.add(this.#at.of(call), object);
    graph.watch(this.#at.of(prototype), (base) => object.inheritFrom(base));
    if (!descriptors) return;
    const described = this.#at.place(`described ${call.start}`);
    this.#at.loadInto(described, this.#at.of(descriptors), null);
    this.#at.loadInto(object.unnamed, described, null);
    object.gain(null);
  }

  /** `[key, value]` */
  #pairOf(values: Place): Place {
    const pair = this.#at.place(values);
    this.#at.graph.add(pair, this.#at.listOf(values));
    return pair;
  }

  #inherit(object: t.Node, prototype: t.Node): void {
    const { graph } = this.#at;
    graph.watch(this.#at.of(object), (heir) =>
      graph.watch(this.#at.of(prototype), (base) => heir.inheritFrom(base)),
    );
  }
}

function isOwnFunction(origin: Origin): origin is Origin & { readonly node: t.Function } {
  return origin.kind === 'object' && isFunction(origin.node);
}

function isInvoking(property: t.Node): property is t.Identifier {
  return property.type === 'Identifier' && (property.name === 'apply' || property.name === 'call');
}

function calleeOf(call: Call): t.Node {
  return call.type === 'TaggedTemplateExpression' ? call.tag : call.callee;
}

function argumentsOf(call: Call): readonly t.Node[] {
  return call.type === 'TaggedTemplateExpression' ? [call.quasi, ...call.quasi.expressions] : call.arguments;
}

const givingBack = wordsOf(
  'Object.defineProperties Object.defineProperty Object.freeze Object.preventExtensions Object.seal Object.setPrototypeOf',
  'Reflect.defineProperty Reflect.setPrototypeOf',
);

/** They keep nothing, and give nothing of what they get. */
const silent = wordsOf(
  'Array.isArray BigInt Boolean JSON.parse JSON.stringify Number Object.getOwnPropertyDescriptor Object.getOwnPropertyNames',
  'Object.is Object.isExtensible Object.isFrozen Object.isSealed Object.keys Object.prototype.hasOwnProperty.call',
  'Object.prototype.toString.call Reflect.has Reflect.ownKeys String Symbol clearInterval clearTimeout console.error console.info',
  'console.log console.warn isFinite isNaN parseFloat parseInt require',
);

/** Methods of which no object gives what it gets. */
const idle: ReadonlySet<string | null> = wordsOf(
  'hasOwnProperty indexOf isPrototypeOf join lastIndexOf propertyIsEnumerable test toString',
);
