import type { Reporter } from './reporter.ts';

interface ReporterEntry {
  readonly description: string;
  /** Loaded when it is chosen: most runs use one. */
  readonly load: () => Promise<Reporter>;
}

/** The reporters by the name that `--reporter` takes. A new one is a new file and a new row. */
export const reporters = {
  pretty: { description: 'for people', load: async () => (await import('./pretty.ts')).pretty },
  json: {
    description: 'as data, see schema/report.json',
    load: async () => (await import('./json.ts')).json,
  },
  html: {
    description: 'a page to review in a browser',
    load: async () => (await import('./html/html.ts')).html,
  },
  sarif: { description: 'for code scanners', load: async () => (await import('./sarif.ts')).sarif },
  github: {
    description: 'annotations in GitHub Actions',
    load: async () => (await import('./github.ts')).github,
  },
  markdown: {
    description: 'for a pull request',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  patch: { description: 'a diff for `git apply`', load: async () => (await import('./patch.ts')).patch },
} as const satisfies Record<string, ReporterEntry>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];
