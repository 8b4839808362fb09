import type { Diagnostic } from '../checker/diagnostics/diagnostic.ts';
import { linesFrom, renderFindings } from '../checker/diagnostics/render.ts';
import type { Answer, ModuleFacts } from '../checker/facts.ts';
import type { Edit } from '../rewrite/edit.ts';
import { type Decided, decide } from './link/decide.ts';
import { loadingImports } from './link/imports.ts';
import { lateCyclesOf } from './link/late/late-cycles.ts';
import { loadingOf } from './link/late/late-loads.ts';
import { link } from './link/link.ts';
import { noSuspects } from './link/loader/suspects.ts';
import type { LinkModule, Target } from './link/module.ts';
import { orderingOf } from './link/order/ordering.ts';
import { choices } from './options/choices.ts';
import { callback, checkOptions, oneOf, optional, type Rules, string } from './options/rules.ts';
import { type Outcome, outcomeOf, unchangedOutcome } from './outcome.ts';
import type { FileStatus, Shape } from './report.ts';
import { type NodeVersion, runtimeTarget } from './runtime-target.ts';
import { scanOrFinding } from './scanning/scanned.ts';
import { assumedTarget } from './targets.ts';

/** How one file is to be converted. */
export interface ConvertOptions {
  /** Its path: tells the language and stands in messages. Default: `module.js`. */
  readonly path?: string;
  /** Settles what would be refused; an answer in the file itself counts where this is not given. */
  readonly answer?: Answer;
  /** The oldest Node that the result has to run on. Default: 20.19. */
  readonly node?: NodeVersion;
  /** `named`: the properties of `module.exports = { a, b }` become named exports, too. */
  readonly objectExports?: 'default' | 'named';
  /** What to do with requires in functions, branches and `try`. Default: `hoist`, where that is unnoticeable. */
  readonly lazy?: 'hoist' | 'keep' | 'refuse';
  /** `keep`: calls of `require` stay, for another run to convert; the result does not run before that. */
  readonly requires?: 'convert' | 'keep';
  /**
   * Where a specifier leads: called for everything but Node's builtins. `null` or no resolver: relative files are
   * taken to have a default export, packages to be CommonJS.
   */
  readonly resolve?: (specifier: string) => Target | null;
}

const rules: Rules<ConvertOptions> = {
  path: optional(string),
  answer: optional(oneOf(choices.answer)),
  node: optional(oneOf(choices.node)),
  objectExports: optional(oneOf(choices.objectExports)),
  lazy: optional(oneOf(choices.lazy)),
  requires: optional(oneOf(choices.requires)),
  resolve: optional(callback),
};

export interface ConvertResult {
  readonly status: FileStatus;
  readonly shape: Shape | null;
  /** The new text, or the source where nothing changes. */
  readonly code: string;
  /** The changes as data: offsets into the source, with a reason each. */
  readonly edits: readonly Edit[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Converts one file on its own. Other files are looked at only through `options.resolve`, and nothing is known of who
 * imports it; `plan()` decides over a whole codebase.
 *
 * @returns the result; a source that cannot be parsed gives the status `error`. Throws nothing for any source text.
 * @throws TypeError where the source is no string, or an option is not what it may be
 */
export function convert(source: string, options: ConvertOptions = {}): ConvertResult {
  string(source, 'source');
  checkOptions(rules, options);
  const path = options.path ?? 'module.js';
  const { status, shape, code, edits, findings } = outcome(source, path, options);
  const linesOf = linesFrom((asked) => (asked === path ? source : null));
  return { status, shape, code, edits, diagnostics: renderFindings(findings, path, linesOf) };
}

/**
 * The checker alone: what `convert` would say about the file, without a new text.
 *
 * @throws as `convert` does
 */
export function check(source: string, options: ConvertOptions = {}): Omit<ConvertResult, 'code' | 'edits'> {
  const { status, shape, diagnostics } = convert(source, options);
  return { status, shape, diagnostics };
}

function outcome(source: string, path: string, options: ConvertOptions): Outcome {
  const facts = scanOrFinding(source, path);
  if (!('system' in facts)) return unchangedOutcome(source, 'error', [facts]);
  const module = loneModule(facts, options);
  const modules = new Map([[module.id, module]]);
  const lazy = options.lazy ?? 'hoist';
  const linked = link(modules, {
    lazy,
    faults: new Map(),
    opened: new Set(),
    ordering: orderingOf(modules, null, noSuspects),
    // It loads no other module that is known.
    loading: loadingOf(modules, lateCyclesOf(modules), new Map(), new Map()),
  });
  const decided = decide(modules, linked, {
    lazy,
    literalNames: options.objectExports === 'named',
    runtime: runtimeTarget(options.node),
    specifierOf: (_from, original, target, { to }) =>
      to === 'esm' ? specifierTo(original, target) : original,
  });
  const own = decided.get(module.id)!;
  const chosen = options.requires === 'keep' ? withRequiresKept(own) : own;
  return outcomeOf(source, facts, linked.verdicts.get(module.id)!, chosen);
}

function withRequiresKept({ decision }: Decided): Decided {
  const requires = decision.requires.map(() => ({ form: 'keep', specifier: null, json: false }) as const);
  return { decision: { ...decision, requires }, findings: [] };
}

function loneModule(facts: ModuleFacts, options: ConvertOptions): LinkModule {
  const targetOf = (specifier: string): Target => assumedTarget(specifier, options.resolve);
  return {
    id: facts.path,
    facts,
    targets: facts.requires.map(({ specifier }) =>
      specifier === null ? { kind: 'dynamic' } : targetOf(specifier),
    ),
    imports: new Map(
      // What is not known keeps its specifier: `import` has the extension already, or a bundler that adds it.
      loadingImports(facts).flatMap(({ argument, specifier }) => {
        const target = options.resolve?.(specifier) ?? null;
        return target === null ? [] : [[argument[0], target] as const];
      }),
    ),
    // No file is renamed.
    types: new Map(),
    candidate: facts.language !== 'typescript',
    answer: options.answer ?? facts.answer,
    alone: true,
    mayLoad: [],
    loose: [],
    relays: [],
    cached: [],
    handed: [],
    found: [],
    reached: false,
    namespaceNames: new Set(),
    runsGetters: false,
    door: null,
  };
}

function specifierTo(original: string, target: Target): string {
  if (target.kind === 'neighbour') return target.neighbour.specifier;
  return (target.kind === 'external' ? target.external.specifier : null) ?? original;
}
