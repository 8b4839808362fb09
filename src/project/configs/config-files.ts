/**
 * Configuration that is data, in which files of the project may be named: those of tools, and the files that say how a
 * project is built and started.
 */

/**
 * `json` with comments, as most tools take it; `text`: each line may hold a command;
 * `script`: what one line does counts for those after it.
 */
export type ConfigFormat = 'json' | 'yaml' | 'json or yaml' | 'text' | 'script';

interface ConfigFile {
  readonly file: RegExp;
  readonly format: ConfigFormat;
}

/** By the path from the folder in which the names in it count, which is the folder of the file for most. */
const configFiles: readonly ConfigFile[] = [
  {
    file: /^\.(?:mocharc|nycrc|c8rc|eslintrc|babelrc|swcrc|lintstagedrc|stylelintrc|prettierrc)$/,
    format: 'json or yaml',
  },
  { file: /^\.(?:releaserc|taprc|madgerc|unimportedrc|jscsrc|jshintrc|xo-config)$/, format: 'json or yaml' },
  { file: /^\.[\w-]+rc\.jsonc?$/, format: 'json' },
  { file: /^\.[\w-]+rc\.ya?ml$/, format: 'yaml' },
  { file: /^(?:babel|jest|ava|stryker|karma|knip|rollup|webpack)\.(?:config|conf)\.json$/, format: 'json' },
  { file: /^(?:ts|js)config(?:\.[\w-]+)?\.json$/, format: 'json' },
  {
    file: /^(?:nodemon|typedoc|knip|renovate|ecosystem|pm2|process|deno|project|nest-cli)\.json$/,
    format: 'json',
  },
  { file: /^\.?(?:jsdoc|jsdoc\.conf|jsdoc-conf)\.json$/, format: 'json' },
  { file: /^\.(?:travis|gitlab-ci|appveyor|pre-commit-config)\.ya?ml$/, format: 'yaml' },
  { file: /^(?:docker-compose[\w.-]*|compose|appveyor|action|lefthook|serverless)\.ya?ml$/, format: 'yaml' },
  { file: /^\.github\/workflows\/[^/]+\.ya?ml$/, format: 'yaml' },
  { file: /^\.circleci\/config\.ya?ml$/, format: 'yaml' },
  {
    file: /^(?:\.drone|\.woodpecker|(?:azure|bitbucket)-pipelines|Taskfile|ecosystem|pm2|process)\.ya?ml$/,
    format: 'yaml',
  },
  { file: /^(?:Procfile|Dockerfile|Containerfile)(?:\.[\w-]+)?$/, format: 'text' },
  { file: /^\.(?:npmrc|env(?:\.[\w-]+)?)$/, format: 'text' },
  { file: /^(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|Jenkinsfile|crontab|test\/mocha\.opts)$/, format: 'text' },
];

/** The format of a file that is such configuration by its name; null for any other. */
export function configFormat(name: string): ConfigFormat | null {
  return configFiles.find(({ file }) => file.test(name))?.format ?? null;
}

/** Folders below one in which names count, where more configuration lies. */
export const foldersOfConfigs: readonly string[] = ['', '.github/workflows', '.circleci', 'test'];
