/** The guarantee that what is handed out parses as a module. */
import { type Finding, makeFinding } from '../checker/finding.ts';
import { parse, SyntaxFailure } from '../syntax/parse.ts';

/**
 * Parses converted code as a module, in the language that its path says.
 *
 * @returns the finding `internal-output-invalid` where it does not parse: a fault of ours; null where it does
 */
export function outputProblem(code: string, path: string): Finding | null {
  try {
    const { goal } = parse(code, { path: modulePath(path) });
    return goal === 'module' ? null : problem('only a script may say this');
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return problem(`line ${error.line}: ${error.message}`);
  }
}

/** A name that leaves no doubt: the parser goes by the ending. */
function modulePath(path: string): string {
  return path.replace(/(?:\.[cm]?([jt])sx?)?$/, (_, letter: string | undefined) => `.m${letter ?? 'j'}s`);
}

function problem(reason: string): Finding {
  return makeFinding('internal-output-invalid', { args: { reason } });
}
