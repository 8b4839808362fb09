import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding, Reference } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { headerOf } from '../transpiled/header.ts';
import type { FirstRuns } from './first-runs.ts';
import { byCompletion, E0, type Holder, type HolderWrite, MODULE, UNKNOWN, type Value } from './holders.ts';
import { type Obstacle, obstaclesOf } from './obstacles.ts';
import { parameterBinding, usesArguments } from './parameters.ts';
import type { Places } from './places.ts';
import { type Assignment, roleOf } from './roles.ts';
import { type Use, usesOf } from './uses.ts';

/** An expression that reads a followed holder. */
export interface Occurrence {
  readonly node: t.Node;
  readonly holder: Holder;
  readonly uses: readonly Use[];
}

/** A holder that is a name of the file, and what bound it. */
export interface Bound {
  readonly holder: Holder;
  /** The occurrence whose value it got. */
  readonly from: Occurrence;
  readonly use: BindingUse;
  readonly write: HolderWrite;
}

type BindUse = Extract<Use, { kind: 'bind' }>;
type DestructureUse = Extract<Use, { kind: 'destructure' }>;
type ArgumentUse = Extract<Use, { kind: 'argument' }>;
type ThisUse = Extract<Use, { kind: 'this' }>;
type BindingUse = BindUse | DestructureUse | ArgumentUse | ThisUse;

/** A use that binds a name in a way that cannot be resolved, and why: "is held in `x`, which is assigned twice". */
export interface Refused {
  readonly occurrence: Occurrence;
  readonly use: Use;
  readonly name: string;
  readonly why: Obstacle | 'arguments' | 'pattern' | 'receiver' | 'undeclared';
}

export interface Trace {
  readonly exports: Holder;
  readonly module: Holder;
  readonly cell: Holder;
  readonly occurrences: readonly Occurrence[];
  readonly bound: readonly Bound[];
  readonly refused: readonly Refused[];
  /** Which holder an identifier, `this` or member expression denotes where it is read. */
  readonly denotes: ReadonlyMap<t.Node, Holder>;
  /** All writes to all holders, in order of completion. */
  readonly writes: readonly HolderWrite[];
}

/**
 * Follows `exports`, `module`, the file's own `this` and `module.exports` to every expression that may read them, and
 * through every name that is bound to them just once. What each of them holds at which time is not asked here.
 */
export function trace(context: ScanContext, places: Places, runs: FirstRuns): Trace {
  const { scopes } = context;
  const exportsHolder = wrapperHolder('exports', 'exports', wrapperBinding('exports'), E0);
  const moduleHolder = wrapperHolder('module', 'module', wrapperBinding('module'), MODULE);
  const cell = wrapperHolder('cell', 'module.exports', null, E0);
  const fileThis = wrapperHolder('this', 'this', null, E0);

  const denotes = new Map<t.Node, Holder>();
  const occurrences: Occurrence[] = [];
  const bound: Bound[] = [];
  const refused: Refused[] = [];
  const pending: Occurrence[] = [];
  const byBinding = new Map<Binding, Holder>();
  const thisNodes = thisByOwner(context);
  const obstacles = obstaclesOf(places, runs);

  if (context.parsed.goal === 'script') followWrapper();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const use of next.uses) spread(next, use);
  }
  occurrences.sort((a, b) => a.node.start! - b.node.start! || b.node.end! - a.node.end!);
  const holders = new Set([exportsHolder, moduleHolder, cell, ...bound.map(({ holder: each }) => each)]);
  for (const { writes } of holders) writes.sort(byCompletion);
  const writes = [...holders].flatMap((each) => each.writes).sort(byCompletion);
  return { exports: exportsHolder, module: moduleHolder, cell, occurrences, bound, refused, denotes, writes };

  function wrapperBinding(name: string): Binding | null {
    return scopes.program.bindings.get(name) ?? null;
  }

  function followWrapper(): void {
    followWrapperName(exportsHolder);
    followWrapperName(moduleHolder);
    for (const node of thisNodes.get(context.parsed.program) ?? []) read(node, fileThis);
  }

  /** `var exports` declares the wrapper's parameter again and leaves its value; any other declaration hides it. */
  function followWrapperName(wrapper: Holder): void {
    const { binding, name } = wrapper;
    if (binding !== null && !redeclaresParameter(binding)) return;
    if (binding !== null) byBinding.set(binding, wrapper);
    const references = [...(scopes.free.get(name) ?? []), ...(binding?.references ?? [])];
    for (const reference of references) follow(reference, wrapper);
  }

  function follow(reference: Reference, target: Holder): void {
    if (reference.access === 'read') read(reference.node, target);
    else if (!places.of(reference.node).dead) target.writes.push(write(reference.node));
  }

  function read(node: t.Node, target: Holder): void {
    if (denotes.has(node) || places.of(node).dead) return;
    denotes.set(node, target);
    const occurrence = { node, holder: target, uses: usesOf(node, places) };
    occurrences.push(occurrence);
    pending.push(occurrence);
  }

  function write(target: t.Node): HolderWrite {
    const role = roleOf(target) as Assignment;
    const { operator, expression, value } = role;
    const own = { target, expression, operator, value, property: null, result: UNKNOWN };
    return { ...own, place: places.of(target), moment: places.end(expression) };
  }

  /** Goes on where a use leads to further expressions that hold the same. */
  function spread(occurrence: Occurrence, use: Use): void {
    const ofModule = occurrence.holder.of === 'module';
    switch (use.kind) {
      case 'member':
        if (ofModule && use.key === 'exports') followCell(use.member);
        return;
      case 'bind':
        bind(occurrence, use, scopes.referenceOf(use.target)?.binding ?? null);
        return;
      case 'destructure':
        if (ofModule) bindExportsProperty(occurrence, use);
        return;
      case 'argument':
        bindParameter(occurrence, use);
        return;
      case 'this':
        bindThis(occurrence, use);
        return;
    }
  }

  function followCell(member: t.Node): void {
    // What is assigned there has getters for the variables of the file, as the exports of the ES module will be.
    if (headerOf(context)?.getters?.assigned.includes(member)) return;
    const role = roleOf(member);
    if (role.kind === 'read' || role.kind === 'call') read(member, cell);
    else if (role.kind === 'write') cell.writes.push(write(member));
  }

  function bind(occurrence: Occurrence, use: BindUse, binding: Binding | null): void {
    if (isWrapperName(use.target.name, binding)) {
      redeclare(occurrence, use);
      return;
    }
    const why = binding === null ? 'undeclared' : obstacles.ofVariable(binding, use.target, use.by);
    if (binding === null || why !== null) {
      refused.push({ occurrence, use, name: use.target.name, why: why ?? 'undeclared' });
      return;
    }
    const alias = aliasHolder(use.target.name, occurrence.holder.of, binding);
    followAlias(alias, binding, occurrence, use, write(use.target));
  }

  /** `var exports = module.exports;`: a name of the file like any other, if it gets what it has anyway. */
  function redeclare(occurrence: Occurrence, use: BindUse): void {
    if (use.by.type !== 'VariableDeclarator') return;
    const written = exportsHolder.writes.find(({ target }) => target === use.target);
    if (written === undefined) return;
    bound.push({ holder: exportsHolder, from: occurrence, use, write: written });
  }

  /** `const { exports: out } = module` */
  function bindExportsProperty(occurrence: Occurrence, use: DestructureUse): void {
    const target = exportsTarget(use.pattern);
    const binding = target === null ? null : (scopes.referenceOf(target)?.binding ?? null);
    if (
      target === null ||
      binding === null ||
      isWrapperName(target.name, binding) ||
      obstacles.ofVariable(binding, target, use.by)
    ) {
      refused.push({ occurrence, use, name: occurrence.holder.name, why: 'pattern' });
      return;
    }
    const alias = aliasHolder(target.name, 'object', binding);
    const value = use.by.type === 'VariableDeclarator' ? use.by.init! : use.by.right;
    const property = 'exports';
    const moment = places.end(use.by);
    const written = { ...write(target), expression: use.by, value, property, moment, operator: '=' };
    followAlias(alias, binding, occurrence, use, written);
  }

  function bindParameter(occurrence: Occurrence, use: ArgumentUse): void {
    const { fn, parameter } = use;
    const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
    const isRest = fn.params.at(-1)?.type === 'RestElement';
    if (usesArguments(scopes, fn) || (name === null ? isRest : name.type !== 'Identifier')) {
      refused.push({ occurrence, use, name: occurrence.holder.name, why: 'arguments' });
      return;
    }
    if (name?.type !== 'Identifier') return;
    const binding = parameterBinding(scopes, fn, name);
    const why = binding === null ? 'undeclared' : obstacles.ofParameter(binding, parameter!);
    if (binding === null || why !== null) {
      refused.push({ occurrence, use, name: name.name, why: why ?? 'undeclared' });
      return;
    }
    const alias = aliasHolder(name.name, occurrence.holder.of, binding);
    followAlias(alias, binding, occurrence, use, passing(use.argument, name, fn));
  }

  function bindThis(occurrence: Occurrence, use: ThisUse): void {
    if (use.fn.type === 'ArrowFunctionExpression') return;
    if (occurrence.holder.of === 'module') {
      refused.push({ occurrence, use, name: occurrence.holder.name, why: 'receiver' });
      return;
    }
    const alias = aliasHolder('this', occurrence.holder.of, null);
    const written = passing(use.argument, use.argument, use.fn);
    alias.writes.push(written);
    bound.push({ holder: alias, from: occurrence, use, write: written });
    for (const node of thisNodes.get(use.fn) ?? []) read(node, alias);
  }

  /** The write of a parameter: done when the function begins. */
  function passing(argument: t.Node, target: t.Node, fn: t.Function): HolderWrite {
    const { shifts } = places.of(fn);
    const own = {
      target,
      expression: argument,
      operator: '=',
      value: argument,
      property: null,
      result: UNKNOWN,
    };
    return { ...own, place: places.of(fn), moment: [...shifts, fn.start!, fn.end!] };
  }

  function followAlias(
    alias: Holder,
    binding: Binding,
    from: Occurrence,
    use: BindingUse,
    written: HolderWrite,
  ): void {
    alias.writes.push(written);
    byBinding.set(binding, alias);
    bound.push({ holder: alias, from, use, write: written });
    for (const reference of binding.references) {
      if (reference.access === 'read') read(reference.node, alias);
    }
  }

  function isWrapperName(name: string, binding: Binding | null): boolean {
    if (binding !== null)
      return byBinding.get(binding)?.kind === 'exports' || byBinding.get(binding)?.kind === 'module';
    return name === 'exports' || name === 'module';
  }
}

/** The only name that `{ exports: name }` binds. */
function exportsTarget({ properties: [property, ...others] }: t.ObjectPattern): t.Identifier | null {
  if (property?.type !== 'ObjectProperty' || others.length > 0) return null;
  const { value } = property;
  return staticKey(property) === 'exports' && value.type === 'Identifier' ? value : null;
}

function wrapperHolder(kind: Holder['kind'], name: string, binding: Binding | null, initial: Value): Holder {
  return { kind, of: initial.kind === 'module' ? 'module' : 'object', name, binding, initial, writes: [] };
}

function aliasHolder(name: string, of: Holder['of'], binding: Binding | null): Holder {
  return { kind: 'alias', of, name, binding, initial: UNKNOWN, writes: [] };
}

function redeclaresParameter(binding: Binding): boolean {
  return binding.kind === 'var';
}

function thisByOwner(context: ScanContext): ReadonlyMap<t.Node, readonly t.Node[]> {
  const groups = new Map<t.Node, t.Node[]>();
  for (const node of nodesOf(context, 'ThisExpression')) {
    const owner = ownerOfThis(node);
    addTo(groups, owner, node);
  }
  return groups;
}
