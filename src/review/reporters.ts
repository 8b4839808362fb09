import { json } from './json.ts';
import { patch } from './patch.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';

/** The reporters by the name that `--reporter` takes. A new one is a new file and a new row. */
export const reporters = { pretty, json, patch } as const satisfies Record<string, Reporter>;
