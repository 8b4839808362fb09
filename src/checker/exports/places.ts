import type * as t from '@babel/types';
import { type Field, fieldTypes, functionTypes, isField, isFunction } from '../../syntax/kinds.ts';
import { isInOptionalChain } from '../../syntax/optional-chain.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { calleeReads, functionAround, isInside, ownerOfThis, ownNamesUsed } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { callInPlace, functionCalledBy } from './call-in-place.ts';
import { decidedTests } from './decided.ts';
import { onlyCallOf } from './handed-call.ts';
import type { Moment } from './moment.ts';

/** Where a node is evaluated while the file loads: where it stands, perhaps, or later. */
export interface Place {
  /** The innermost function or instance field that may run later than where it stands; null: in place, while loading. */
  readonly region: t.Node | null;
  /** There is such a function. */
  readonly deferred: boolean;
  /** It may not happen, or more than once, when its region runs. */
  readonly conditional: boolean;
  /** The outermost loop of its region around it. */
  readonly loop: t.Node | null;
  /** What begins before it and ends after it, but of which nothing is evaluated before it: see `Moment`. */
  readonly shifts: readonly number[];
  /** The innermost function around it, called on the spot or not, or the program. */
  readonly owner: t.Node | null;
  /** In a branch that is never taken in CommonJS. */
  readonly dead: boolean;
}

export interface Places {
  of(node: t.Node): Place;
  /** When the evaluation of a node begins. */
  start(node: t.Node): Moment;
  /** When it is completed. */
  end(node: t.Node): Moment;
  /** Whether a child may not be evaluated, or more than once, when its parent is. */
  mayBeLeftOut(parent: t.Node, child: t.Node): boolean;
  /** Whether a `return` of its function may come before it. */
  isBehindExit(node: t.Node): boolean;
  /** How the test of a branch comes out, or the left side of `&&` or `||`, if that is known. */
  decided(test: t.Node): boolean | null;
  /** Whether a function runs once, where it stands: `(function () {})()`. */
  runsInPlace(fn: t.Node): boolean;
  /** The same, or where such a function calls it that gets it: `(function (f) { f(); })(function () {})`. */
  runsAtOnce(fn: t.Node): boolean;
}

const OUTERMOST: Place = {
  region: null,
  deferred: false,
  conditional: false,
  loop: null,
  shifts: [],
  owner: null,
  dead: false,
};

const loops: ReadonlySet<string> = new Set([
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'WhileStatement',
]);

/** The children that are evaluated exactly once whenever the node is; the others of these nodes may not be. */
const certainChildren: Readonly<Record<string, readonly string[]>> = {
  AssignmentPattern: ['left'],
  ConditionalExpression: ['test'],
  DoWhileStatement: [],
  ForInStatement: ['right'],
  ForOfStatement: ['right'],
  ForStatement: ['init'],
  IfStatement: ['test'],
  LabeledStatement: [],
  LogicalExpression: ['left'],
  StaticBlock: [],
  SwitchStatement: ['discriminant'],
  TryStatement: ['finalizer'],
  WhileStatement: [],
  WithStatement: ['object'],
};

/** What is evaluated of a member or call in any case, where it may be left out itself. */
const chainStarts: readonly string[] = ['callee', 'object'];

/** Nodes whose children may have a place of their own, but for `a ||= b` and calls of functions on the spot. */
const deciding: ReadonlySet<string> = new Set([
  ...Object.keys(certainChildren),
  ...functionTypes,
  ...fieldTypes,
]);

/** After so many steps up a place is kept in between. */
const LONG_CLIMB = 32;

const shortCircuit = new Set(['&&=', '||=', '??=']);

/** Places of nodes. Few nodes have one that differs from their parent's; only these are kept. */
export const placesOf = perScan(createPlaces);

function createPlaces(context: ScanContext): Places {
  const exits = firstExits(context);
  const repeated = selfCalled(context);
  const known = new Map<t.Node, Place>();
  const behindExit = new Map<Place, Place>();
  const handedCalls = new Map<t.Function, t.CallExpression | null>();
  const whole: Place = { ...OUTERMOST, owner: context.parsed.program };
  const decided = decidedTests(context.scopes);

  return {
    of,
    start: (node) => moment(node, node.start!),
    end: (node) => moment(node, node.end!),
    mayBeLeftOut: (parent, child) => taken(parent, child) !== true && mayBeLeftOut(parent, child),
    decided,
    isBehindExit: (node) => isBehindExit(node, of(node)),
    runsInPlace,
    runsAtOnce,
  };

  function moment(node: t.Node, offset: number): Moment {
    const { shifts } = of(node);
    return shifts.length === 0 ? [offset] : [...shifts, offset];
  }

  /**
   * The place of the nearest node around that has one of its own, or is known; every so often a node on the way up is
   * made known, so that a chain of a thousand calls is not climbed a thousand times.
   */
  function of(node: t.Node): Place {
    let at = node;
    let steps = 0;
    for (let parent = parentOf(at); parent !== null; at = parent, parent = parentOf(at)) {
      const isOwn = mayDiffer(parent, at);
      steps += 1;
      if (!isOwn && steps % LONG_CLIMB !== 0) continue;
      let place = known.get(at);
      if (place === undefined) {
        place = isOwn ? below(parent, at, of(parent)) : of(parent);
        known.set(at, place);
      }
      return asSeenFrom(node, place);
    }
    return asSeenFrom(node, whole);
  }

  /** A place is conditional from the first `return` on. */
  function asSeenFrom(node: t.Node, place: Place): Place {
    if (place.conditional || !isBehindExit(node, place)) return place;
    const known = behindExit.get(place);
    if (known !== undefined) return known;
    const made = { ...place, conditional: true };
    behindExit.set(place, made);
    return made;
  }

  /** Whether a child may have another place than its parent. */
  function mayDiffer(parent: t.Node, child: t.Node): boolean {
    if (isInOptionalChain(parent)) return true;
    if (parent.type === 'CallExpression') return shiftOf(parent, child) !== null;
    if (parent.type === 'AssignmentExpression') return mayBeLeftOut(parent, child);
    return deciding.has(parent.type);
  }

  function below(parent: t.Node, child: t.Node, place: Place): Place {
    if (isFunction(parent) && isInside(parent, child)) return inFunction(parent, child, place);
    if (isInstanceField(parent) && child === parent.value) {
      return { ...OUTERMOST, region: parent, deferred: true, owner: parent };
    }
    const shift = shiftOf(parent, child);
    if (shift !== null) return { ...place, shifts: [...place.shifts, shift] };
    if (loops.has(parent.type) && mayBeLeftOut(parent, child)) {
      return { ...place, conditional: true, loop: place.loop ?? parent };
    }
    const isTaken = taken(parent, child);
    if (isTaken === false) return { ...place, conditional: true, dead: true };
    const isConditional = isTaken === null && !place.conditional && mayBeLeftOut(parent, child);
    return isConditional ? { ...place, conditional: true } : place;
  }

  /** Whether a branch whose test is decided is the one that is taken; null for everything else. */
  function taken(parent: t.Node, child: t.Node): boolean | null {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      const outcome = child === parent.test ? null : decided(parent.test);
      return outcome === null ? null : outcome === (child === parent.consequent);
    }
    if (parent.type !== 'LogicalExpression' || child === parent.left || parent.operator === '??') return null;
    const outcome = decided(parent.left);
    return outcome === null ? null : outcome === (parent.operator === '&&');
  }

  function inFunction(fn: t.Function, child: t.Node, place: Place): Place {
    if (runsInPlace(fn)) return { ...place, owner: fn, conditional: place.conditional || child !== fn.body };
    const call = handedCall(fn);
    if (call === null) return { ...OUTERMOST, region: fn, deferred: true, owner: fn };
    const { shifts, conditional } = of(call);
    return {
      ...place,
      deferred: true,
      shifts: [...shifts, call.end! - 1],
      owner: fn,
      conditional: conditional || place.conditional || child !== fn.body,
    };
  }

  /** The only call of a function that is handed to one that runs in place, which calls it at once and does nothing else with it. */
  function handedCall(fn: t.Function): t.CallExpression | null {
    if (repeated.has(fn)) return null;
    const known = handedCalls.get(fn);
    if (known !== undefined) return known;
    const call = onlyCallOf(fn, context.scopes);
    const place = call && of(call);
    const found = place?.region === null && place.loop === null ? call : null;
    handedCalls.set(fn, found);
    return found;
  }

  function runsAtOnce(fn: t.Node): boolean {
    return runsInPlace(fn) || (isFunction(fn) && handedCall(fn) !== null);
  }

  function runsInPlace(fn: t.Node): boolean {
    return !repeated.has(fn) && callInPlace(fn) !== null;
  }

  /** For an argument of a function called on the spot: the offset of the function; for a key in a class: of its body. */
  function shiftOf(parent: t.Node, child: t.Node): number | null {
    if (parent.type !== 'CallExpression') return bodyAroundKey(parent, child);
    const called = child === parent.callee ? null : functionCalledBy(parent);
    return called !== null && !repeated.has(called.fn) ? called.fn.start! : null;
  }

  function isBehindExit(node: t.Node, { owner }: Place): boolean {
    const exit = owner === null ? undefined : exits.get(owner);
    return exit !== undefined && exit < node.start!;
  }
}

function mayBeLeftOut(parent: t.Node, child: t.Node): boolean {
  if (parent.type === 'AssignmentExpression') {
    return shortCircuit.has(parent.operator) && child === parent.right;
  }
  const certain = isInOptionalChain(parent) ? chainStarts : certainChildren[parent.type];
  return certain !== undefined && !certain.some((key) => Reflect.get(parent, key) === child);
}

/** All keys of a class are evaluated before its static fields and blocks (ECMA-262 §15.7.14). */
function bodyAroundKey(element: t.Node, child: t.Node): number | null {
  const body = 'key' in element && element.key === child ? parentOf(element) : null;
  return body?.type === 'ClassBody' ? body.start! : null;
}

function isInstanceField(node: t.Node): node is Field {
  return isField(node) && !node.static;
}

/** For each function and the program: where a `return` may first leave it. */
function firstExits(context: ScanContext): ReadonlyMap<t.Node, number> {
  const exits = new Map<t.Node, number>();
  for (const node of nodesOf(context, 'ReturnStatement')) {
    const owner = functionAround(node);
    if (!exits.has(owner)) exits.set(owner, node.start!);
  }
  return exits;
}

/** Function expressions that may call themselves, by name or by `arguments.callee`: not only where they stand. */
function selfCalled(context: ScanContext): ReadonlySet<t.Node> {
  const functions = new Set<t.Node>(calleeReads(context).map(ownerOfThis));
  for (const { scope } of ownNamesUsed(context)) functions.add(scope.node);
  return functions;
}
