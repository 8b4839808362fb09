import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { convertingAnswers } from '../../checker/facts/common.ts';
import type { Plan } from '../../plan.ts';
import type { FileReport, Report } from '../../project/report.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { emit } from '../output.ts';
import { type PlanArguments, planFrom } from '../planning.ts';
import { CONFIG_NAMES } from './load.ts';

const NAME = 'esmshift.config.jsonc';

type Shape = (typeof convertingAnswers)[number];

/**
 * Writes a configuration with a line for each refused file, to be uncommented: why it is refused, and with which answers
 * it would be converted. These are tried, not guessed: the whole run is planned with each.
 *
 * @throws Failure where there is a configuration already
 */
export async function writeConfig(argv: PlanArguments, context: Context): Promise<void> {
  const existing = CONFIG_NAMES.find(
    (name) => name !== 'package.json' && existsSync(join(context.cwd, name)),
  );
  if (existing !== undefined) throw new Failure(`There is a configuration already: ${existing}.`);
  const plan = await planFrom(argv, context);
  const refused = plan.report.files.filter(({ status }) => status === 'refused');
  const pathOf = (row: FileReport): string => fromFolder(plan, context.cwd, row.path);
  const settled = new Map<Shape, ReadonlySet<string>>();
  for (const shape of refused.length === 0 ? [] : convertingAnswers) {
    const answers = refused.map((row) => `${pathOf(row)}=${shape}`);
    const { report } = await planFrom({ ...argv, answer: [...(argv.answer ?? []), ...answers] }, context);
    settled.set(shape, convertedIn(report));
  }
  const lines = refused.map((row) => {
    const shapes = convertingAnswers.filter((shape) => settled.get(shape)?.has(row.path));
    return `    ${suggestion(pathOf(row), row, shapes)}\n`;
  });
  await writeFile(join(context.cwd, NAME), textOf(lines), { flag: 'wx' });
  const count = refused.length === 1 ? '1 refused file is' : `${refused.length} refused files are`;
  await emit(context.stdout, [`${NAME} is written; ${count} listed in it.\n`]);
}

function textOf(lines: readonly string[]): string {
  return `{
  "$schema": "./node_modules/esmshift/schema/config.json",
  // Answers to refusals: uncomment lines to convert these files (some only together with others), or let one read "keep"
  // to say that the file stays CommonJS.
  "files": {
${lines.join('')}  }
}
`;
}

/** `// "lib/x.js": { "shape": "default" }, // or "named"; exports-escape in line 3: ...` */
function suggestion(path: string, { diagnostics }: FileReport, shapes: readonly Shape[]): string {
  const reason = diagnostics.find(({ severity }) => severity === 'refusal');
  const why = reason === undefined ? '' : ` ${reason.code} in line ${reason.line}: ${reason.message}`;
  const [first = 'keep', ...others] = shapes;
  const choice = [...others, ...(first === 'keep' ? [] : ['keep'])].map((shape) => `"${shape}"`).join(' or ');
  const or = first === 'keep' ? ' no answer converts it;' : ` or ${choice};`;
  return `// ${JSON.stringify(path)}: { "shape": "${first}" }, //${or}${why}`.replaceAll('\n', ' ');
}

function convertedIn({ files }: Report): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ path, kind, status }) => (kind === 'source' && status === 'converted' ? [path] : [])),
  );
}

/** Configurations name files from their folder, reports from the root, which may lie above. */
function fromFolder({ root }: Plan, cwd: string, path: string): string {
  return relative(cwd, join(root, path)).replaceAll('\\', '/');
}
