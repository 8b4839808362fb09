import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { callsByName, lastName, membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import type { SloppyFacts } from '../../facts.ts';
import { isFreeName } from '../../free-names.ts';
import { perScan } from '../../per-scan.ts';
import { putsOf } from '../../timeline/puts.ts';
import { returnedBy } from '../../timeline/returned.ts';
import { declaratorOf, loopDeclaring } from '../../writes.ts';
import { callsHandingOver } from '../own-functions.ts';
import { isRequire, isRequiredName } from '../required-names.ts';
import { mayBeWhole } from './closed-origins.ts';
import { closing } from './closing.ts';
import { closesOutOfSight } from './closing-in-sight.ts';
import { keysDefinedBy, makesReadOnly } from './defined-keys.ts';
import { isMadeHere } from './made-here.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';
import { refusingTraps } from './proxies.ts';

/**
 * The names under which others may find objects that the file freezes, seals or keeps from getting new keys: those of
 * variables, and the keys that the file puts them under. `all` where it does not show which objects these are.
 */
export function closedNames(scan: ScanContext): SloppyFacts['closedNames'] {
  return closedObjects(scan).names;
}

/**
 * The keys that the file closes in objects which other files may have made: all where it freezes such an object, but for
 * what it requires.
 */
export function closedInOthers(scan: ScanContext): SloppyFacts['closedInOthers'] {
  if (closedObjects(scan).hasOthers) return 'all';
  const keys = callsOfObject(scan).flatMap((call) => {
    const defined = methodOfObject(scan, call) === 'create' ? [] : keysDefinedBy(scan, call, makesReadOnly);
    return defined.length > 0 && mayBeOfOthers(scan, call) ? defined : [];
  });
  return [...new Set(keys)];
}

function mayBeOfOthers(scan: ScanContext, call: t.CallExpression): boolean {
  const [object] = call.arguments;
  const found = new ClosedNames(scan);
  found.addCall(call);
  return found.hasOthers || (object !== undefined && isRequiredName(scan, object));
}

const closedObjects = perScan((scan): Pick<ClosedNames, 'names' | 'hasOthers'> => {
  const calls = callsByName(scan);
  if (calls.ofAny(deeply).length > 0 || refusingTraps(scan).size > 0 || handsOnClosing(scan))
    return { names: 'all', hasOthers: true };
  const found = new ClosedNames(scan);
  for (const call of calls.ofAny(closing)) found.addCall(call);
  for (const key of closesOutOfSight(scan) ? keysOfClosed(scan) : []) found.addKey(key);
  return found;
});

/** The keys under which it puts what it closes, by whatever detours. */
function keysOfClosed(scan: ScanContext): readonly string[] {
  return putsOf(scan).flatMap(({ key, value, kind }) => {
    if (key === null || value === null || kind === 'set') return [];
    const values = kind === 'get' && isFunction(value) ? returnedBy(scan, value) : [value];
    return values.some((each) => mayBeWhole(scan, each)) ? [key] : [];
  });
}

/** What packages call the function that closes an object with all that is in it. */
const deeply: ReadonlySet<string> = new Set([
  'deepFreeze',
  'deepfreeze',
  'deepFreezeStrict',
  'deepSeal',
  'freezeDeep',
]);

/** `list.map(Object.freeze)`, `Object.freeze.call(null, list)` */
function handsOnClosing(scan: ScanContext): boolean {
  return membersByKey(scan)
    .ofAny(closing)
    .some((member) => {
      const parent = parentOf(member);
      const isCalled = parent?.type === 'CallExpression' && parent.callee === member;
      return !isCalled && ['Object', 'Reflect'].some((name) => isFreeName(member.object, name, scan.scopes));
    });
}

class ClosedNames {
  readonly #scan: ScanContext;
  readonly #names = new Set<string>();
  readonly #seen = new Set<Binding>();
  #isAll = false;
  #hasOthers = false;

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  get names(): SloppyFacts['closedNames'] {
    return this.#isAll ? 'all' : [...this.#names];
  }

  get hasOthers(): boolean {
    return this.#hasOthers;
  }

  addCall(call: t.CallExpression): void {
    this.#addHolders(call);
    this.#addValue(call.arguments[0]);
  }

  #addValue(value: t.Node | undefined): void {
    const node = value && unwrap(value);
    switch (node?.type) {
      case 'Identifier':
        this.#addNamed(node);
        break;
      case 'MemberExpression':
        if (!isMadeHere(this.#scan, node)) this.#hasOthers = true;
        this.addKey(staticKey(node));
        break;
      case 'AssignmentExpression':
        this.#addHolders(node.right);
        this.#addValue(node.right);
        break;
      case 'ConditionalExpression':
        this.#addValue(node.consequent);
        this.#addValue(node.alternate);
        break;
      case 'LogicalExpression':
        this.#addValue(node.left);
        this.#addValue(node.right);
        break;
      case 'SpreadElement':
        this.#addUnknown();
        break;
      default:
        // What is made for the call goes by the names that its result gets.
        if (node !== undefined && !isRequire(node, this.#scan) && !isMadeHere(this.#scan, node))
          this.#hasOthers = true;
    }
  }

  #addNamed(name: t.Identifier): void {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (binding === undefined) this.#addUnknown();
    else if (binding !== null) this.#addVariable(binding);
  }

  #addUnknown(): void {
    this.#isAll = true;
    this.#hasOthers = true;
  }

  addKey(key: string | null): void {
    if (key === null) this.#isAll = true;
    else this.#names.add(key);
  }

  #addVariable(binding: Binding): void {
    if (this.#seen.has(binding)) return;
    this.#seen.add(binding);
    if (binding.kind === 'parameter') this.#addGiven(binding);
    this.#names.add(binding.name);
    for (const { node } of binding.writes) this.#addWritten(node);
    for (const { node } of binding.references) this.#addHolders(node);
  }

  /** What a variable gets may go by other names before. */
  #addWritten(name: t.Node): void {
    const parent = parentOf(name);
    const declarator = declaratorOf(name);
    if (parent?.type === 'AssignmentExpression') this.#addValue(parent.right);
    else if (declarator === null || loopDeclaring(declarator) !== null) this.#isAll = true;
    else if (declarator.id === name) this.#addValue(declarator.init ?? undefined);
    else {
      this.#hasOthers = true;
      this.addKey(parent?.type === 'ObjectProperty' ? staticKey(parent) : null);
    }
  }

  /** What the file's own calls hand over, and what these return. */
  #addGiven(parameter: Binding): void {
    const calls = callsHandingOver(this.#scan, parameter);
    if (calls === null) this.#addUnknown();
    for (const { call, argument } of calls ?? []) {
      this.#addHolders(call);
      this.#addValue(argument);
    }
  }

  /** Where a value is put: `const name = value`, `{ key: value }`, `exports.a = exports.b = value`, `[value]` under these. */
  #addHolders(value: t.Node): void {
    for (let child = value, at = parentOf(child); at !== null; child = at, at = parentOf(at)) {
      if (at.type === 'ObjectProperty' && at.value === child) {
        const key = staticKey(at);
        if (key === null) continue;
        this.#names.add(key);
        return;
      }
      if (at.type === 'AssignmentExpression' && at.right === child) {
        if (at.left.type === 'Identifier') this.#addNamed(at.left);
        else this.addKey(lastName(at.left));
      } else if (at.type === 'VariableDeclarator') {
        if (at.id.type === 'Identifier') this.#addNamed(at.id);
        return;
      } else if (!passing.has(at.type)) {
        return;
      }
    }
  }
}

/** Expressions that have the value of a part of theirs, or hold it without a name. */
const passing: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'ObjectExpression',
  'ParenthesizedExpression',
  'SequenceExpression',
  'TSAsExpression',
]);
