import { type Finding, makeFinding } from '../checker/finding.ts';
import type { FileProblem } from './files/problem.ts';

/** Why a file could not be taken, as a finding without a place. */
export function problemFinding({ code, args }: FileProblem): Finding {
  return makeFinding(code, { args });
}
