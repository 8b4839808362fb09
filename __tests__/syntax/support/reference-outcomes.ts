import { type ParserPlugin, parse } from '@babel/parser';
import * as eslintScope from 'eslint-scope';
import type { Goal } from '../../../src/syntax/goal.ts';
import { addOutcome, type Outcome, type Outcomes } from './outcome.ts';

const PLUGINS: ParserPlugin[] = [['estree', { classFeatures: true }], 'jsx'];

/** The names in which the reference analyser calls the kinds of scopes otherwise than we do. */
const KINDS: Readonly<Record<string, string>> = {
  'function-expression-name': 'function-name',
  'class-field-initializer': 'class-field',
};

interface Placed {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Placed;
}

/** The outcomes of eslint-scope, over a tree of its own. */
export function referenceOutcomes(source: string, goal: Goal): Outcomes {
  const sourceType = goal === 'module' ? 'module' : 'commonjs';
  const { program } = parse(source, { sourceType, plugins: PLUGINS, ranges: true, attachComment: false });
  const manager = eslintScope.analyze(program as never, { ecmaVersion: 2025, sourceType, jsx: true });
  const outcomes = new Map<number, Outcome>();
  for (const scope of manager.scopes) {
    for (const reference of scope.references) {
      const variable = reference.resolved;
      addOutcome(outcomes, placeOf(reference.identifier).start, {
        name: reference.identifier.name as string,
        reads: reference.isRead(),
        writes: reference.isWrite(),
        target: variable && {
          scope: scopeName(variable.scope),
          declarations: variable.identifiers.map((id) => placeOf(id).start),
        },
      });
    }
  }
  return outcomes;
}

function scopeName({ type, block }: eslintScope.Scope): string {
  const node = placeOf(block);
  if (node.type === 'Program') return 'program';
  const start = /Function/.test(node.type) ? node.body!.start : node.start;
  return `${KINDS[type] ?? type} ${start}-${node.end}`;
}

function placeOf(node: unknown): Placed {
  return node as Placed;
}
