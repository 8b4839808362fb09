import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleRequest, Observation, Request } from './observation.ts';

/** A set of files of which one is run. */
export interface Program {
  /** Path -> content, relative to the program's folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly entry: string;
  /** The modules to look at when the program is done. */
  readonly modules: readonly ModuleRequest[];
}

export interface RunOptions {
  /** The Node to run it with; by default this one. */
  readonly node?: string;
  /** Whether exported functions are called (default: yes). */
  readonly calls?: boolean;
}

const observer = fileURLToPath(new URL('./observer.cjs', import.meta.url));
const uncaughtMarker = '\n\0uncaught\0\n';

/**
 * Writes a program to a folder of its own and runs it under observation.
 *
 * @throws where the child process leaves no report, which the observer writes even when the program fails.
 */
export async function run(program: Program, options: RunOptions = {}): Promise<Observation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-run-')));
  const root = join(folder, 'program');
  const request: Request = {
    root,
    result: join(folder, 'report.json'),
    modules: program.modules,
    calls: options.calls ?? true,
    uncaughtMarker,
  };
  try {
    writeFiles(root, program.files);
    const outcome = await start(options.node ?? process.execPath, join(root, program.entry), request);
    return { ...outcome, report: JSON.parse(readFileSync(request.result, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes files below a folder, making the folders between. */
export function writeFiles(root: string, files: Program['files']): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function start(node: string, entry: string, request: Request): Promise<Omit<Observation, 'report'>> {
  const { NODE_OPTIONS: _, FORCE_COLOR: __, ...env } = process.env;
  const options = {
    cwd: request.root,
    env: { ...env, NO_COLOR: '1', ESMSHIFT_OBSERVE: JSON.stringify(request) },
    timeout: 20_000,
  };
  return new Promise((resolve) => {
    const child = execFile(node, ['--require', observer, entry], options, (_error, stdout, stderr) => {
      resolve({
        exitCode: child.exitCode,
        signal: child.signalCode,
        stdout: normalise(stdout, request.root),
        stderr: ownErrorOutput(normalise(stderr, request.root)),
      });
    });
  });
}

function normalise(text: string, root: string): string {
  return text.replaceAll(root, '<root>');
}

/** What the program itself wrote to stderr: not the runtime's warnings, nor its report of an uncaught error. */
function ownErrorOutput(text: string): string {
  const own = text.split(uncaughtMarker)[0] ?? '';
  return own
    .split('\n')
    .filter((line) => !/^\(node:\d+\) |^\(Use `node --trace-|^ {4}at /.test(line))
    .join('\n');
}
