import type * as t from '@babel/types';
import type { Scopes } from '../../../src/syntax/analyse.ts';
import type { Binding, Reference, Scope } from '../../../src/syntax/scope.ts';
import { ancestorsOf, parentOf } from '../../../src/syntax/tree.ts';
import { scopeName } from './our-outcomes.ts';
import type { Outcome } from './outcome.ts';

/** One identifier of which the two analysers say different things. */
export interface Disagreement {
  readonly scopes: Scopes;
  readonly ours: Reference | undefined;
  readonly theirs: Outcome | undefined;
}

/** A difference that is meant, and how far it reaches. */
export interface KnownDifference {
  readonly why: string;
  /** A source in which it shows. */
  readonly example: string;
  readonly explains: (disagreement: Disagreement) => boolean;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    why: 'the `arguments` of the top level is that of the wrapper, hence free; they give the program one of its own',
    example: 'console.log(arguments.length)',
    explains: ({ ours, theirs }) =>
      ours?.name === 'arguments' &&
      ours.binding === null &&
      theirs?.target?.scope === 'program' &&
      theirs.target.declarations.length === 0,
  },
  {
    why: 'the `arguments` in a parameter is that of its function; they look for it further out',
    example: 'function f(a, b = arguments[0]) {}',
    explains: ({ ours }) =>
      ours?.binding?.kind === 'arguments' &&
      ours.node.start! < (ours.binding.scope.node as t.Function).body.start!,
  },
  {
    why: 'below a direct `eval` or a `with` they resolve nothing; we say the likely binding, and that it is a guess',
    example: 'var a; function f(o) { with (o) a = 1; eval(o); return a }',
    explains: ({ ours, theirs }) =>
      theirs?.target === null && ours?.binding != null && crossesDynamicScope(ours),
  },
  {
    why: 'in sloppy code a function in a block is a `var` of the function around as well (Annex B.3.2); they ignore it',
    example: '{ function f() {} } f()',
    explains: ({ scopes, ours, theirs }) => {
      if (ours?.binding == null) return false;
      const plain = ours.binding.declarations.filter((id) => !isHoistedFromBlock(scopes, ours.binding!, id));
      if (plain.length === ours.binding.declarations.length) return false;
      // Without the hoisted declarations there is nothing left that we say and they do not.
      return plain.length === 0 || sameDeclarations(plain, theirs);
    },
  },
  {
    why: '`if (x) function f() {}` reads as if there were braces (Annex B.3.3); they declare it around the `if`',
    example: 'if (x) function f() { return f }',
    explains: ({ ours, theirs }) =>
      ours?.binding != null &&
      scopeName(ours.binding.scope).startsWith('implied block') &&
      sameDeclarations(ours.binding.declarations, theirs),
  },
  {
    why: 'where parameters have expressions the body has variables of its own (§10.2.11); they merge the two',
    example: 'function f(a, b = () => a) { var a = 1; return a }',
    explains: ({ ours, theirs }) => {
      const parts = ours?.binding ? parameterAndBody(ours.binding) : [];
      return (
        parts.length === 2 &&
        sameDeclarations(
          parts.flatMap((part) => part.declarations),
          theirs,
        )
      );
    },
  },
  {
    why: 'a closing tag names its component again; they leave it out',
    example: 'const A = () => null; <A.B></A.B>',
    explains: ({ ours, theirs }) =>
      theirs === undefined &&
      ours?.node.type === 'JSXIdentifier' &&
      [...ancestorsOf(ours.node)].some((at) => at.type === 'JSXClosingElement'),
  },
];

function crossesDynamicScope({ scope, binding }: Reference): boolean {
  for (let at: Scope | null = scope; at !== null; at = at === binding?.scope ? null : at.parent) {
    if (at.dynamic) return true;
  }
  return false;
}

function isHoistedFromBlock(scopes: Scopes, binding: Binding, id: Binding['declarations'][number]): boolean {
  const declaration = parentOf(id)!;
  return declaration.type === 'FunctionDeclaration' && scopes.scopeOf(declaration) !== binding.scope;
}

function sameDeclarations(ours: Binding['declarations'], theirs: Outcome | undefined): boolean {
  return String(ours.map((id) => id.start)) === String(theirs?.target?.declarations);
}

/** The bindings of one name in the parameter scope and the body scope of a function. */
function parameterAndBody({ name, scope }: Binding): Binding[] {
  const outer = scope.kind === 'function-body' ? scope.parent! : scope;
  const body = outer.children.find((child) => child.kind === 'function-body');
  return [outer, body].map((each) => each?.bindings.get(name)).filter((each) => each !== undefined);
}
