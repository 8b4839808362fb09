import { choices } from '../../project/options/choices.ts';
import { conversionOptions } from '../options.ts';

/**
 * What a configuration may hold, as a JSON schema: it checks configurations, and editors complete by it
 * (schema/config.json, which `npm run docs` writes).
 */
const globs = { type: 'array', items: { type: 'string', minLength: 1 } };

const choice = (name: 'node' | 'as' | 'object-exports' | 'lazy') => ({
  description: conversionOptions[name].describe,
  enum: [...conversionOptions[name].choices],
});

export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'esmshift configuration',
  description: 'Paths and globs are relative to the folder in which esmshift runs.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    files: {
      description:
        'Answers to refusals, by path or glob. A path counts before a glob, and of several globs the last one.',
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['shape'],
        additionalProperties: false,
        properties: {
          shape: {
            description:
              'default: export one ordinary object; named: export by names; keep: leave the file CommonJS.',
            enum: [...choices.answer],
          },
        },
      },
    },
    include: { description: 'Take only paths that match one of these globs.', ...globs },
    exclude: { description: 'Leave out paths that match one of these globs.', ...globs },
    gitignore: { description: 'Whether files that .gitignore excludes are left out.', type: 'boolean' },
    node: choice('node'),
    as: choice('as'),
    objectExports: choice('object-exports'),
    lazy: choice('lazy'),
    verify: {
      description: 'A command that is run on a converted copy before anything is written.',
      type: 'string',
      minLength: 1,
    },
    verifyTimeout: {
      description: 'How many seconds one run of that command may take.',
      type: 'number',
      exclusiveMinimum: 0,
    },
    baseline: { description: 'A file of accepted refusals, for `check`.', type: 'string', minLength: 1 },
    maxRefused: {
      description: 'How many files may be refused before `check` fails.',
      type: 'integer',
      minimum: 0,
    },
  },
} as const;
