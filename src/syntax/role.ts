import type { Access, BindingKind } from './scope.ts';

/**
 * What an identifier means by where it stands. A node hands a role to each of its children, and patterns hand their
 * own role down, so that an identifier knows on arrival whether it reads, writes, declares or merely names.
 */
export interface Role {
  /** How an identifier here refers to a variable, or `null` where it does not. */
  readonly access: Access | null;
  /** What an identifier here declares, or `null` where it does not. */
  readonly declares: BindingKind | null;
  /** The role of a pattern that has a default value: a parameter with one is also written to. */
  readonly withDefault: Role | null;
}

const role = (
  access: Access | null,
  declares: BindingKind | null = null,
  withDefault: Role | null = null,
): Role => ({
  access,
  declares,
  withDefault,
});

/** An expression. */
export const READ = role('read');
/** The name of a JSX element: `<Foo>` is a variable, `<div>` is not. */
export const TAG = role('read');
/** The target of `=`, or of a loop head without a declaration. */
export const WRITE = role('write');
/** The target of `+=`, `||=`, `++` and their like. */
export const UPDATE = role('read-write');
/** A property name, a label, an imported or exported name: no variable. */
export const NAME = role(null);
/** Somewhere inside a type: whatever stands below has no meaning at run time. */
export const TYPE = role(null);
/** A type whose declared name shares the namespace of values (`import type`, `declare const`). */
export const TYPE_NAME = role(null, 'type');
/** The block of a function, static block or namespace, whose scope its owner has made. */
export const BODY = role(null);
/** The declaration in the head of a `for-in` or `for-of`, which the loop initialises. */
export const LOOP_HEAD = role(null);

/** In a table of children: the role that the node itself has. */
export const SAME = role(null);
/** In a table of children: an expression where the node is `computed`, else a name. */
export const KEY = role(null);

const INITIALISED = {
  var: role('write', 'var'),
  let: role('write', 'let'),
  const: role('write', 'const'),
  using: role('write', 'using'),
  parameter: role('write', 'parameter'),
  catch: role('write', 'catch'),
};
const UNINITIALISED = {
  var: role(null, 'var', INITIALISED.var),
  let: role(null, 'let', INITIALISED.let),
  const: role(null, 'const', INITIALISED.const),
  using: role(null, 'using', INITIALISED.using),
};

export const PARAMETER = role(null, 'parameter', INITIALISED.parameter);
export const CATCH_PARAMETER = role(null, 'catch', INITIALISED.catch);
export const IMPORTED = role(null, 'import');

const VARIABLE_KIND = {
  var: 'var',
  let: 'let',
  const: 'const',
  using: 'using',
  'await using': 'using',
} as const;

/** The role of a declarator's pattern. */
export function variableRole(kind: keyof typeof VARIABLE_KIND, initialised: boolean): Role {
  return (initialised ? INITIALISED : UNINITIALISED)[VARIABLE_KIND[kind]];
}
