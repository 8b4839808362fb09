import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Reference } from '../../syntax/scope.ts';
import { ancestorsOf, contains } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { type FirstRuns, firstRunsOf } from './first-runs.ts';
import { compareMoments } from './moment.ts';
import { type Places, placesOf } from './places.ts';

/**
 * Where a parameter of the wrapper may still be read as what Node put there: nothing has surely given it another value
 * by then. `module ||= {}` and `module++` read it, too. A `var` of the name declares the parameter again and starts with
 * its value (ECMA-262 §10.2.11, step 28.f.i); any other declaration hides it.
 */
export function readsOfWrapper(scan: ScanContext, name: string): readonly t.Node[] {
  const places = placesOf(scan);
  const runs = firstRunsOf(scan);
  const references = referencesTo(scan, name).filter(({ node }) => !places.of(node).dead);
  const writes = references.filter(({ access }) => access === 'write');
  const replacements = writes.map(({ node }) => replacementBy(node, places));
  const reads = references.flatMap(({ node, access }) => (access === 'write' ? [] : [node]));
  return reads.filter((node) => !replacements.some((each) => isBefore(each, node, places, runs)));
}

/** All that means the wrapper's parameter: free in the source, or a `var` of the program. */
function referencesTo({ scopes }: ScanContext, name: string): readonly Reference[] {
  const binding = scopes.program.bindings.get(name);
  const own = binding?.kind === 'var' ? binding.references : [];
  return [...(scopes.free.get(name) ?? []), ...own];
}

interface Replacement {
  /** What is evaluated when the variable gets its value. */
  readonly by: t.Node;
  /** The outermost node that is never evaluated without it: what follows in there finds the new value. */
  readonly within: t.Node;
}

function replacementBy(target: t.Node, places: Places): Replacement {
  for (const by of ancestorsOf(target)) {
    // The head of a loop gives the value that its body finds.
    if (by.type === 'ForInStatement' || by.type === 'ForOfStatement') return { by: by.left, within: by.body };
    const isAssignment = by.type === 'AssignmentExpression' || (by.type === 'VariableDeclarator' && by.init);
    if (isAssignment) return { by, within: surelyEvaluating(by, places) };
  }
  return { by: target, within: target };
}

function surelyEvaluating(node: t.Node, places: Places): t.Node {
  let at = node;
  for (const parent of ancestorsOf(node)) {
    if (places.mayBeLeftOut(parent, at)) return at;
    if (isFunction(parent) && (!places.runsInPlace(parent) || places.isBehindExit(node))) return at;
    at = parent;
  }
  return at;
}

function isBefore({ by, within }: Replacement, read: t.Node, places: Places, runs: FirstRuns): boolean {
  if (!contains(within, read)) return false;
  const { region } = places.of(read);
  if (region === places.of(by).region) return compareMoments(places.end(by), places.start(read)) <= 0;
  const isWhileLoading = region !== null && within.type === 'Program';
  return isWhileLoading && compareMoments(places.end(by), [runs.of(region)]) <= 0;
}
