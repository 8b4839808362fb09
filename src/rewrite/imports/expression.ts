/** `require('./m').a(b)` -> `m.a(b)`: the import gets a name of its own, the call becomes that name. */
import type { PathStep, Range, RequireFact, RequireForm } from '../../checker/facts.ts';
import { nameOfSpecifier } from '../naming.ts';
import type { Importing } from './importing.ts';
import type { Wanted } from './record.ts';

interface Inline {
  readonly local: string;
  /** What the local name stands for: the call, or with a named import the call and the key. */
  readonly replaced: Range;
}

export function importExpression({ rewriting, records, fact, decision, source }: Importing): Inline {
  const path = pathOf(fact.form);
  const wanted = wantedOf(decision.form, path[0]);
  const wish =
    wanted.kind === 'named' && wanted.imported !== 'default' ? wanted.imported : nameOfSpecifier(source.from);
  const local = records.localFor(source, wanted, wish, fact.call, fact.statement);
  const { form } = fact;
  const start = form.kind === 'side-effect' ? fact.call[0] : form.value[0];
  const replaced: Range = wanted.kind === 'named' ? [start, (path[0] as PathStep).range[1]] : callOf(fact);
  return { local, replaced: withoutParentheses(rewriting.source, replaced) };
}

/** The call that gives the value: that of `require`, or the one around it that hands it back. */
function callOf({ call, interop, unwrapped }: RequireFact): Range {
  return unwrapped && interop !== null ? interop.call : call;
}

function wantedOf(form: string, step: PathStep | undefined): Wanted {
  if (form === 'default') return { kind: 'default' };
  if (form === 'named' && step !== undefined) return { kind: 'named', imported: step.key };
  return { kind: 'namespace' };
}

const pathOf = (form: RequireForm): readonly PathStep[] => (form.kind === 'side-effect' ? [] : form.path);

/** `new (require('x'))()` -> `new X()`: a name needs no parentheses there. */
function withoutParentheses(source: string, [start, end]: Range): Range {
  const before = /(?<![.#$\w])new\s*\($/.exec(source.slice(Math.max(0, start - 20), start));
  if (before === null || source[end] !== ')') return [start, end];
  return [start - 1, end + 1];
}
