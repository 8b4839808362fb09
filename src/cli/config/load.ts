import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { PlanOptions } from '../../project/plan-options.ts';
import { Failure } from '../failure.ts';

/** A configuration, checked against its schema. What is given on the command line counts before it. */
export interface Config
  extends Pick<PlanOptions, 'include' | 'exclude' | 'gitignore' | 'node' | 'as' | 'objectExports' | 'lazy'> {
  readonly files?: NonNullable<PlanOptions['answers']>;
  readonly verify?: string;
  readonly verifyTimeout?: number;
  readonly baseline?: string;
  readonly maxRefused?: number;
}

/** The names under which a configuration is looked for, in this order; `esmshift` is its key in package.json. */
export const CONFIG_NAMES = [
  'esmshift.config.jsonc',
  'esmshift.config.json',
  'esmshift.config.yaml',
  'esmshift.config.yml',
  '.esmshiftrc',
  '.esmshiftrc.json',
  '.esmshiftrc.yaml',
  '.esmshiftrc.yml',
  'package.json',
] as const;

/**
 * The configuration of a folder: the file that is named, or the first that is found there.
 *
 * @throws Failure where it cannot be read, or holds what the schema does not know
 */
export async function loadConfig(cwd: string, named: string | undefined): Promise<Config> {
  const places = await placesIn(cwd);
  if (named === undefined && places.length === 0) return {};
  const { lilconfig } = await import('lilconfig');
  const { loaders } = await import('./loaders.ts');
  let reading = named ?? 'The configuration';
  const told = Object.entries(loaders).map(([ending, load]) => {
    const loader: typeof load = (path, text) => {
      reading = relative(cwd, path);
      return load(path, text);
    };
    return [ending, loader] as const;
  });
  const explorer = lilconfig('esmshift', {
    searchPlaces: places,
    stopDir: cwd,
    loaders: Object.fromEntries(told),
  });
  try {
    const found = await (named === undefined ? explorer.search(cwd) : explorer.load(resolve(cwd, named)));
    if (found === null || found.isEmpty) return {};
    await refuseInvalid(found.config, relative(cwd, found.filepath));
    return found.config;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${reading} cannot be read (${(error as Error).message}).`);
  }
}

/** A package.json counts where it has the key; what is wrong with one that cannot be read, the plan says. */
async function placesIn(cwd: string): Promise<string[]> {
  const found = CONFIG_NAMES.filter((name) => existsSync(resolve(cwd, name)));
  if (!found.includes('package.json')) return found;
  const { createManifests } = await import('../../project/packages/manifest.ts');
  const isConfigured = createManifests().in(cwd)?.fields.has('esmshift') ?? false;
  return found.filter((name) => name !== 'package.json' || isConfigured);
}

async function refuseInvalid(config: unknown, path: string): Promise<void> {
  const [{ Ajv }, { configSchema }, { didYouMean }] = await Promise.all([
    import('ajv'),
    import('./schema.ts'),
    import('../nearest.ts'),
  ]);
  const ajv = new Ajv();
  if (ajv.validate(configSchema, config)) return;
  const { instancePath, message, params } = ajv.errors![0]!;
  const place = instancePath === '' ? path : `${path}: ${unescaped(instancePath.slice(1))}`;
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: readonly string[];
  };
  if (allowedValues !== undefined) throw new Failure(`${place} must be one of ${allowedValues.join(', ')}.`);
  if (additionalProperty === undefined) throw new Failure(`${place} ${message}.`);
  const names = instancePath === '' ? Object.keys(configSchema.properties) : ['shape'];
  throw new Failure(
    `${place} has no field ${additionalProperty}.${didYouMean(additionalProperty, names, (name) => name)}`,
  );
}

/** The parts of a JSON pointer (RFC 6901) as a person writes them. */
function unescaped(pointer: string): string {
  return pointer
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' › ');
}
