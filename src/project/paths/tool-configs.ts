import { type Finding, makeFinding } from '../../checker/finding.ts';
import { hasSourceEnding } from '../files/kinds.ts';
import { nameOf } from '../files/paths.ts';
import type { LinkedFile } from '../scanning/scanned.ts';

/**
 * Configuration files that a tool finds by their name.
 *
 * `cjs`: the tool also looks for the name with `.cjs`. `esm`: it loads the file when it is an ES module. Where it does
 * neither, it will not find the file once that has another name.
 */
export interface ToolConfig {
  readonly tool: string;
  readonly file: RegExp;
  readonly cjs: boolean;
  readonly esm: boolean;
}

/** From the documentation of each tool; in doubt, of the versions that do less. */
const tools: readonly ToolConfig[] = [
  { tool: 'ESLint', file: /^\.eslintrc\.js$/, cjs: true, esm: false },
  { tool: 'ESLint', file: /^eslint\.config\.js$/, cjs: true, esm: true },
  { tool: 'Mocha', file: /^\.mocharc\.js$/, cjs: true, esm: false },
  { tool: 'Prettier', file: /^(?:\.prettierrc|prettier\.config)\.js$/, cjs: true, esm: false },
  { tool: 'Jest', file: /^jest\.config\.js$/, cjs: true, esm: true },
  { tool: 'Karma', file: /^karma\.conf\.js$/, cjs: false, esm: false },
  { tool: 'Babel', file: /^(?:babel\.config|\.babelrc)\.js$/, cjs: true, esm: false },
  { tool: 'webpack', file: /^webpack\.config\.js$/, cjs: true, esm: true },
  { tool: 'gulp', file: /^[Gg]ulpfile\.js$/, cjs: true, esm: true },
  { tool: 'Grunt', file: /^[Gg]runtfile\.js$/, cjs: true, esm: false },
  { tool: 'commitlint', file: /^(?:commitlint\.config|\.commitlintrc)\.js$/, cjs: true, esm: false },
  { tool: 'lint-staged', file: /^(?:\.lintstagedrc|lint-staged\.config)\.js$/, cjs: true, esm: true },
  { tool: 'Stylelint', file: /^(?:\.stylelintrc|stylelint\.config)\.js$/, cjs: true, esm: false },
  { tool: 'Tailwind CSS', file: /^tailwind\.config\.js$/, cjs: true, esm: false },
  { tool: 'PostCSS', file: /^(?:\.postcssrc|postcss\.config)\.js$/, cjs: true, esm: false },
  { tool: 'Rollup', file: /^rollup\.config\.js$/, cjs: true, esm: true },
  { tool: 'Knex', file: /^knexfile\.js$/, cjs: true, esm: true },
  { tool: 'Sequelize CLI', file: /^\.sequelizerc$/, cjs: false, esm: false },
  { tool: 'Jake', file: /^[Jj]akefile$/, cjs: false, esm: false },
  { tool: 'dependency-cruiser', file: /^\.dependency-cruiser\.js$/, cjs: true, esm: false },
  { tool: 'nyc', file: /^nyc\.config\.js$/, cjs: true, esm: false },
  { tool: 'semantic-release', file: /^(?:release\.config|\.releaserc)\.js$/, cjs: true, esm: false },
  { tool: 'npm-check-updates', file: /^\.ncurc\.js$/, cjs: true, esm: false },
  { tool: 'markdownlint', file: /^\.markdownlint(?:-cli2)?\.js$/, cjs: true, esm: false },
  { tool: 'Protractor', file: /^protractor\.conf\.js$/, cjs: false, esm: false },
];

const anyOfThem = new RegExp(tools.map(({ file }) => file.source).join('|'));

/** The tool whose configuration a file is by its name; null for any other file. */
export function toolConfigOf(id: string): ToolConfig | null {
  const name = nameOf(id);
  if (!anyOfThem.test(name)) return null;
  return tools.find(({ file }) => file.test(name)) ?? null;
}

/** Whether it is configuration that is JavaScript under a name that does not say so. */
export function isUnmarkedConfig(name: string): boolean {
  return !hasSourceEnding(name) && toolConfigOf(name) !== null;
}

/**
 * Whether a file beside package.json is one that some tool loads by its path, known to us or not: one takes its default
 * export, another one its names, a third one calls `require`.
 */
export function isConfiguration(name: string): boolean {
  return toolConfigOf(name) !== null || /^(?:.+\.(?:config|conf)|\..+rc)\.js$/.test(name);
}

/**
 * The configuration files that stay CommonJS for the sake of their tools, with what is to be said about each.
 *
 * @param renamesConverted whether converted files get another name, by which no tool would find them
 */
export function keptForTools(
  files: readonly LinkedFile[],
  renamesConverted: boolean,
): ReadonlyMap<string, Finding> {
  const kept = new Map<string, Finding>();
  for (const { id, facts } of files) {
    const config = toolConfigOf(id);
    if (config === null || facts === null || facts.system === 'esm') continue;
    if (config.esm && !renamesConverted) continue;
    kept.set(id, makeFinding('tool-config-kept', { args: { tool: config.tool } }));
  }
  return kept;
}

/** What to say where a tool will not find its configuration by the new name. */
export function lostByTool(id: string, renamed: string): readonly Finding[] {
  const config = toolConfigOf(id);
  if (config === null || config.cjs || id === renamed) return [];
  const args = { tool: config.tool, path: renamed };
  return [makeFinding('tool-config-not-found', { args })];
}
