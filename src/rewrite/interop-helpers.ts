/**
 * `function _interopRequireDefault(e) {}` goes when each require that it was called on became an import by itself; other
 * functions of compilers go when nothing mentions them any more.
 */
import type { ModuleFacts, Range } from '../checker/facts.ts';
import type { ModuleDecision } from './decision.ts';
import type { Rewriting } from './rewriting.ts';

/** The statements of the helpers that nothing calls any more. */
function unusedHelpers(facts: ModuleFacts, decision: ModuleDecision): readonly Range[] {
  const unused = facts.interopHelpers.filter(({ requires }) =>
    requires.every((index) => {
      const form = decision.requires[index]?.form;
      return facts.requires[index]?.unwrapped && form !== 'create-require' && form !== 'keep';
    }),
  );
  return unused.flatMap(({ requires, statement }) => (requires.length > 0 ? [statement] : []));
}

/** The facts without what is mentioned in such a helper: `this && this.__importDefault`. Keys know mentions by their index. */
export function withoutHelpers(facts: ModuleFacts, decision: ModuleDecision): ModuleFacts {
  const unused = unusedHelpers(facts, decision);
  if (unused.length === 0) return facts;
  const mentions = facts.exports.mentions.map((mention) => {
    const [start, end] = mention.range;
    const around = unused.find((statement) => statement[0] <= start && end <= statement[1]);
    return around ? { ...mention, use: { kind: 'dropped' } as const } : mention;
  });
  return { ...facts, exports: { ...facts.exports, mentions } };
}

export function dropInteropHelpers({ facts, decision, edits }: Rewriting): void {
  const gone = decision.shape === 'named' ? goneWithNames(facts) : [];
  const drop = (statement: Range): void => {
    if (gone.some(([start]) => start === statement[0])) return;
    gone.push(statement);
    edits.removeStatement(statement, 'runtime-feature');
  };
  for (const statement of unusedHelpers(facts, decision)) drop(statement);
  const isGone = (at: number): boolean => gone.some(([start, end]) => start <= at && at < end);
  for (let before = -1; before < gone.length; ) {
    before = gone.length;
    for (const { statement, reads } of facts.compilerHelpers) if (reads.every(isGone)) drop(statement);
  }
}

/** What an ES module has no need of; an object in place of the exports gets its marker and its getters by it. */
function goneWithNames({ exports: { mentions, compiled } }: ModuleFacts): Range[] {
  const marks = mentions.flatMap(({ use }) => (use.kind === 'compiled' ? [use.statement] : []));
  const getters = compiled?.gettersAt ?? null;
  return [...marks, ...(compiled?.statements ?? []), ...(getters === null ? [] : [getters])];
}
