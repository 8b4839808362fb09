import type * as t from '@babel/types';
import { addTo } from '../lists.ts';
import { isClass, isFunction } from '../syntax/kinds.ts';
import type { Binding, Scope } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { type Places, placesOf } from './exports/places.ts';
import type { Names, Range, TopBinding } from './facts.ts';
import { nameRange } from './name-range.ts';
import { rangeOf } from './nodes.ts';
import { thisFreedom } from './this-free.ts';
import { declarationNamed, declaratorOf, isInProgramBody, writesTo } from './writes.ts';

/** Which names the file binds and uses: what new names must avoid, and what a declaration may be turned into. */
export function nameFacts(context: ScanContext): Names {
  const { scopes } = context;
  const inner = innerScopes(scopes.program);
  const free = [...scopes.free.keys()];
  return {
    used: [...new Set([...scopes.program.bindings.keys(), ...inner.keys(), ...free])],
    free,
    types: typeNames(scopes.program),
    top: topBindings(context),
    inner: record(inner),
  };
}

/** No value may be declared by the name of a type beside it: Flow, and its parser, have one space of names for both. */
function typeNames({ bindings }: Scope): readonly string[] {
  return [...bindings.values()].flatMap(({ kind, name }) => (kind === 'type' ? [name] : []));
}

/** A record that has no keys but its own: any name, `constructor` and `__proto__` too, may be a name of the file. */
function record<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** Each name that some scope below the program's own binds, with the ranges of these scopes. */
function innerScopes(program: Scope): ReadonlyMap<string, readonly Range[]> {
  const found = new Map<string, Range[]>();
  const pending = [...program.children];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    const range = rangeOf(scope.node);
    for (const name of scope.bindings.keys()) {
      addTo(found, name, range);
    }
    for (const child of scope.children) pending.push(child);
  }
  for (const ranges of found.values()) ranges.sort(([a], [b]) => a - b);
  return found;
}

function topBindings(context: ScanContext): Names['top'] {
  const places = placesOf(context);
  const isThisFree = thisFreedom(context);
  const bindings: [string, TopBinding][] = [];
  for (const binding of context.scopes.program.bindings.values()) {
    const { kind } = binding;
    if (!isTopKind(kind)) continue;
    const initialiser = initialiserOf(binding, places);
    const writes = writesTo(binding, initialiser, places);
    const value = initialiser?.type === 'VariableDeclarator' ? wholeValue(initialiser) : initialiser;
    const isOnly = writes.length === 0 && binding.declarations.length === 1 && value !== null;
    bindings.push([
      binding.name,
      {
        kind,
        identifier: nameRange(context.source, binding.declarations[0]!),
        statement: exportableStatement(binding),
        writes,
        declarations: binding.declarations.length,
        initialised: initialisedAt(binding, initialiser),
        thisFree: isOnly && isThisFree(value),
        isFunction: isOnly && (isFunction(value) || isClass(value)),
      },
    ]);
  }
  return record(bindings);
}

function isTopKind(kind: Binding['kind']): kind is TopBinding['kind'] {
  return ['var', 'let', 'const', 'using', 'function', 'class', 'import'].includes(kind);
}

type Initialiser = t.VariableDeclarator | t.FunctionDeclaration | t.ClassDeclaration;

/**
 * What gives a variable its first value for certain: a function or class declaration of the program body, or else the
 * first declarator with a value, if nothing can prevent it from running.
 */
function initialiserOf(binding: Binding, places: Places): Initialiser | null {
  const declared = binding.declarations.map(declarationNamed).filter((node) => node !== null);
  // Of several functions with one name the last one counts.
  const hoisted = declared.findLast(isInProgramBody);
  if (hoisted !== undefined) return hoisted;
  const declarators = binding.declarations.map(declaratorOf);
  const first = declarators.find((declarator) => declarator?.init) ?? null;
  if (first === null || declared.length > 0) return null;
  const { deferred, conditional } = places.of(first);
  return deferred || conditional ? null : first;
}

/** The value of `name = value`; null where a pattern takes it apart. */
function wholeValue({ id, init }: t.VariableDeclarator): t.Node | null {
  return id.type === 'Identifier' ? (init ?? null) : null;
}

function initialisedAt({ kind }: Binding, initialiser: Initialiser | null): number | null {
  if (kind === 'import') return 0;
  if (initialiser === null) return null;
  return isFunction(initialiser) ? 0 : initialiser.end!;
}

/** `function f() {}`, `class C {}` and `const a = 1;` in the program body: `export` can be put in front. */
function exportableStatement({ declarations }: Binding): Range | null {
  const [identifier, ...others] = declarations;
  if (identifier === undefined || others.length > 0) return null;
  const declarator = parentOf(identifier);
  if (declarator?.type === 'VariableDeclarator') {
    const declaration = parentOf(declarator) as t.VariableDeclaration;
    const isAlone = declarator.id === identifier && declaration.declarations.length === 1;
    return isAlone && parentOf(declaration)?.type === 'Program' ? rangeOf(declaration) : null;
  }
  const declaration = declarationNamed(identifier);
  return declaration !== null && parentOf(declaration)?.type === 'Program' ? rangeOf(declaration) : null;
}
