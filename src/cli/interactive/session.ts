import { isConverting } from '../../checker/facts/common.ts';
import type { PlannedFile, ProjectPlan } from '../../project/plan.ts';
import { folderOf, inReadingOrder, type RefusedPlace } from '../../review/folders.ts';
import { hasChanges } from '../../review/unified.ts';
import type { AnswerShape } from '../answers.ts';
import { type Decision, type Decisions, fingerprintOf } from './decisions.ts';
import type { Move } from './moves.ts';

export type SessionAnswers = Readonly<Record<string, AnswerShape>>;

/** What a session needs of the world around it. */
export interface SessionHost<Plan extends ProjectPlan> {
  readonly refused: RefusedPlace;
  /** Makes the plan anew under these answers, besides those that the person gave before. */
  readonly replan: (answers: SessionAnswers) => Promise<Plan>;
  /** Shows a file and asks what to do with it. */
  readonly ask: (file: PlannedFile, number: number, total: number) => Promise<Move>;
  /** Keeps the decisions so far. */
  readonly save: (decisions: Decisions) => Promise<void>;
}

/**
 * Goes through the files with a person until there is an agreement about each of them. An answer, or a file that is
 * skipped, may change what becomes of others: then the plan is made anew, and the files that came out different are asked
 * about again.
 *
 * @returns the plan that was agreed to; null where the person quit.
 */
export async function agreeOn<Plan extends ProjectPlan>(
  first: Plan,
  decisions: Decisions,
  host: SessionHost<Plan>,
): Promise<Plan | null> {
  let plan = first;
  for (;;) {
    const files = undecidedFiles(plan, decisions, host.refused);
    if (files.length === 0) return plan;
    const before = JSON.stringify(answersIn(decisions));
    if (!(await goThrough(files, decisions, host))) return null;
    const answers = answersIn(decisions);
    if (JSON.stringify(answers) !== before) plan = await host.replan(answers);
  }
}

/** The answers that decisions come down to. */
export function answersIn(decisions: Decisions): SessionAnswers {
  return Object.fromEntries(
    [...decisions].flatMap(([path, { shape }]) => (shape === null ? [] : [[path, shape]])),
  );
}

/** The files that there is something to decide about, and no agreement yet. */
function undecidedFiles(
  { files }: ProjectPlan,
  decisions: Decisions,
  refused: RefusedPlace,
): readonly PlannedFile[] {
  const open = files.filter((file) => isOpen(file) && decisions.get(file.path)?.seen !== fingerprintOf(file));
  const fileOf = new Map(open.map((file) => [file.row, file]));
  const rows = inReadingOrder([...fileOf.keys()], refused).flatMap((folder) => folder.rows);
  return rows.map((row) => fileOf.get(row)!);
}

function isOpen(file: PlannedFile): boolean {
  const { kind, status, diagnostics } = file.row;
  if (kind !== 'source') return false;
  if (status === 'converted') return hasChanges(file);
  return status === 'refused' && !diagnostics.some(({ code }) => code === 'kept-by-user');
}

/** Asks about each file; false where the person quits. */
async function goThrough<Plan extends ProjectPlan>(
  files: readonly PlannedFile[],
  decisions: Decisions,
  { ask, save }: SessionHost<Plan>,
): Promise<boolean> {
  const settled = new Set<PlannedFile>();
  let at = 0;
  while (at < files.length) {
    const file = files[at]!;
    if (settled.has(file)) {
      at++;
      continue;
    }
    const move = await ask(file, at + 1, files.length);
    if (move === 'quit') return false;
    if (move === 'back') {
      at = Math.max(0, at - 1);
      settled.delete(files[at]!);
      continue;
    }
    for (const each of filesMeant(move, file, files, settled)) {
      decisions.set(each.path, decisionFor(move, each, decisions.get(each.path)));
      settled.add(each);
    }
    await save(decisions);
  }
  return true;
}

/** The files that a move speaks of, of those that are not settled. */
function filesMeant(
  move: Move,
  file: PlannedFile,
  files: readonly PlannedFile[],
  settled: ReadonlySet<PlannedFile>,
): readonly PlannedFile[] {
  if (move !== 'folder' && move !== 'rest') return [file];
  const folder = folderOf(file.path);
  return files.filter((each) => !settled.has(each) && (move === 'rest' || folderOf(each.path) === folder));
}

function decisionFor(move: Move, file: PlannedFile, before: Decision | undefined): Decision {
  const seen = fingerprintOf(file);
  if (move === 'skip') return { shape: 'keep', seen };
  if (isConverting(move)) return { shape: move, seen: null };
  return { shape: before?.shape ?? null, seen };
}
