import { type DiagnosticCode, diagnostics } from '../../checker/diagnostics/codes.ts';
import { objectCodes } from '../../checker/exports/object-codes.ts';
import { convertingAnswers } from '../../checker/facts/common.ts';
import { ANY_KEY } from '../../checker/facts/keys.ts';
import type { RequireFact } from '../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import { mayReject } from './closed-exports.ts';
import type { LinkFacts } from './link-facts.ts';
import type { Fate, LinkModule, Target, Verdict } from './module.ts';
import { namespaceTrouble } from './namespace.ts';
import { givenByNode } from './node-names.ts';
import type { Noticeable } from './order/order.ts';
import type { PassesOn } from './order/passed-on.ts';
import { changingObject, toldByOutsiders } from './outsiders.ts';
import { reexportsNamedNeighbour } from './re-export.ts';

/**
 * The verdict on a module as far as the file itself, its answer and its known neighbours go.
 *
 * @param passesOn what its getters do
 */
export function ownVerdict(module: LinkModule, passesOn: PassesOn = () => false): Verdict {
  const { facts, answer } = module;
  const findings = [...facts.findings, ...neighbourFindings(module)];
  if (facts.system === 'esm') return { fate: hasLeftoverRequire(facts) ? 'esm' : 'asis', findings };
  // A `.cjs` file that nobody named is only looked at.
  if (!module.candidate) return { fate: 'asis', findings: facts.language === 'typescript' ? findings : [] };
  if (answer === 'keep') return { fate: 'stay', findings: [keptByUser(facts)] };
  const open = findings.filter((finding) => !isSettled(finding, module, passesOn));
  if (open.some(isRefusal)) return { fate: 'stay', findings: [...inOneWord(open, facts)] };
  const fate = fateOf(facts, answer);
  if (isToBeRestored(module)) return restoredVerdict(module, fate, open);
  const { compiled } = facts.exports;
  if (fate !== 'named' && (fate !== 'none' || compiled === null)) return { fate, findings: open };
  if (usesOwnObject(module)) return { fate: 'object', findings: open };
  const told = toldByOutsiders(module);
  if (told !== null) return { fate: 'object', findings: [...open, told] };
  // A namespace has no marker.
  return { fate: compiled === null ? fate : 'object', findings: open };
}

/** Whether the keys could be exported by name, but the file itself would notice: it works on them as an object. */
function usesOwnObject({ facts }: LinkModule): boolean {
  return facts.findings.some(({ code }) => code === 'exports-method-call' || objectCodes.has(code));
}

/** Whether a module becomes, if anything, the ES module that a compiler started from; else it is one ordinary object. */
function isToBeRestored(module: LinkModule): boolean {
  if (module.facts.exports.compiled === null) return false;
  return !mayBeObject(module) || (module.answer === null && canBeRestored(module));
}

/** Whether what a compiler made may become one ordinary object with the marker, converted as it stands. */
export function mayBeObject({ facts, answer, alone }: LinkModule): boolean {
  return !facts.exports.compiled?.isAssigned && (answer === 'default' || (answer === null && !alone));
}

/** Nobody can tell the names of the ES module, and the object beside them where somebody gets one, from the exports. */
function canBeRestored(module: LinkModule): boolean {
  const fate = fateOf(module.facts, module.answer);
  if (fate !== 'named' && fate !== 'none') return false;
  if (usesOwnObject(module) || toldByOutsiders(module) !== null) return false;
  return !needsWhole(module) || canHaveObject(module);
}

/**
 * Outsiders get the whole exports as default export, by Node's rules. Where there is another one of that name, all the
 * project's own modules take the whole as well.
 */
function needsWhole({ facts, door, reached }: LinkModule): boolean {
  if (door === null) return reached;
  return reached || door.written === true || facts.exports.keys.some(({ key }) => key === 'default');
}

function restoredVerdict(module: LinkModule, fate: Fate, findings: readonly Finding[]): Verdict {
  const { facts, alone } = module;
  if (!alone && canBeRestored(module))
    return { fate: needsWhole(module) ? 'object' : fate, isRestored: true, findings: [...findings] };
  return { fate: 'stay', findings: [...findings, transpiled(facts, hindrance(module))] };
}

/** What somebody could notice by, if its place is known. */
function hindrance(module: LinkModule): Finding['related'] {
  const { exports } = module.facts;
  const told = toldByOutsiders(module) ?? changingObject(module.facts);
  if (told !== null) return [{ path: null, range: told.range, note: String(told.args.reason) }];
  const key = exports.keys.find(({ usesThis }) => usesThis);
  const write = exports.mentions[key?.writes[0] ?? -1];
  if (write === undefined) return [];
  return [
    { path: null, range: write.range, note: 'a function that uses its `this`, which may be the exports' },
  ];
}

/**
 * Whether an object with the marker can stand beside the names of a restored module: nobody could tell by it that the
 * module itself uses variables.
 */
export function canHaveObject({ facts }: LinkModule): boolean {
  return changingObject(facts) === null && !facts.exports.keys.some(({ usesThis }) => usesThis);
}

function transpiled({ exports }: LinkFacts, related: Finding['related']): Finding {
  const marker = exports.mentions.find(({ use }) => use.kind === 'compiled');
  const range = marker?.range ?? exports.compiled?.gettersAt ?? WHOLE_FILE;
  return makeFinding('transpiled', { range, related, settledBy: ['default', 'keep'] });
}

/** Functions that work on the exports as an object, if they are called as their methods. */
const usesObjectAsThis: ReadonlySet<string> = new Set<DiagnosticCode>([
  'exports-method-call',
  'exports-uses-this',
]);

/**
 * Settled by an answer; or by linking, which knows the importers: those that name a key cannot tell that it may be
 * missing, and where the exports are needed as one object, everybody gets them as one.
 */
function isSettled(finding: Finding, module: LinkModule, passesOn: PassesOn): boolean {
  const { code, settledBy } = finding;
  const { answer, alone } = module;
  if (!alone && (code === 'exports-conditional' || usesObjectAsThis.has(code))) return true;
  if (!alone && answer === null && objectCodes.has(code))
    return !hasEagerGetters(finding, module, passesOn) && !mayReject(finding, module.facts);
  return answer !== null && settledBy.includes(answer);
}

/**
 * Names for ES modules are read when the file has been loaded; `require` alone leaves the getters behind them alone. What
 * does more than to define properties may bring along any.
 */
function hasEagerGetters(finding: Finding, module: LinkModule, passesOn: PassesOn): boolean {
  const { door, namespaceNames } = module;
  const getter = getterOf(finding);
  const names = [...(door?.names ?? []), ...namespaceNames].filter((name) => !givenByNode.has(name));
  const read = getter === ANY_KEY ? names : names.filter((name) => name === getter);
  const isDefined = finding.code === 'exports-define-property';
  return read.some((name) => !(isDefined && passesOn(module, name)));
}

/** The key that may become a getter by what is done with the exports, `ANY_KEY` for all; none where it is ''. */
function getterOf({ code, args }: Finding): string {
  switch (code) {
    case 'exports-define-property':
    case 'exports-escape':
      return String(args.getter ?? ANY_KEY);
    case 'exports-proto':
      return ANY_KEY;
    case 'exports-inherited-key':
      return args.key === '__defineGetter__' ? ANY_KEY : '';
    default:
      return '';
  }
}

/** Of what an answer settles it is enough to say what the file is. */
function inOneWord(findings: readonly Finding[], { exports }: LinkFacts): readonly Finding[] {
  const word = exports.inOneWord;
  const others = findings.filter((finding) => !isRefusal(finding) || !finding.settledBy.includes('default'));
  return word === null || others.length === findings.length ? findings : [...others, word];
}

function fateOf(facts: LinkFacts, answer: LinkModule['answer']): Fate {
  if (facts.system === 'script') return needsNothing(facts) ? 'asis' : 'none';
  const { shape } = facts.exports;
  if (shape === 'default') return 'default';
  if (answer === 'default' || shape === 'ambiguous') return 'object';
  return shape;
}

/** Neither CommonJS nor anything that becoming a module would change. */
function needsNothing(facts: LinkFacts): boolean {
  return (
    facts.mends.length === 0 &&
    facts.runtime.length === 0 &&
    facts.loader.readsMain === null &&
    facts.layout.useStrict.length === 0
  );
}

/** An ES module that still calls `require`, as bundlers allow, and not to see whether that fails: for Node it does. */
function hasLeftoverRequire({ requires, language }: LinkFacts): boolean {
  return language !== 'typescript' && requires.some(({ via, guarded }) => via === 'require' && !guarded);
}

/** A neighbour that is converted on its own cannot be given another shape for the sake of this importer. */
function neighbourFindings(module: LinkModule): readonly Finding[] {
  const { facts, targets } = module;
  if (reexportsNamedNeighbour(module)) return [];
  return facts.requires.flatMap((fact, index): Finding[] => {
    const target = targets[index]!;
    if (target.kind !== 'neighbour' || target.neighbour.shape !== 'named') return [];
    const trouble = namespaceTrouble(fact, new Set(target.neighbour.keys.map(({ key }) => key)));
    if (trouble === null) return [];
    const args = { specifier: fact.specifier ?? '' };
    return [makeFinding('namespace-differs', { range: trouble.use.range, args })];
  });
}

function keptByUser(facts: LinkFacts): Finding {
  const args = { path: facts.path };
  return makeFinding('kept-by-user', { args, settledBy: convertingAnswers });
}

export function isRefusal(finding: Finding): boolean {
  return diagnostics[finding.code].severity === 'refusal';
}

/** Whether the text of the module is rewritten to that of an ES module. */
export function isConverted(fate: Fate): boolean {
  return fate !== 'stay' && fate !== 'asis';
}

/** `--lazy refuse`: a require that runs late and cannot be hoisted keeps its file as it is. */
export function refuseLateRequires(
  module: LinkModule,
  verdict: Verdict,
  noticeable: (target: Target) => Noticeable,
): void {
  const late = module.facts.requires.find((fact, index) =>
    staysLate(fact, module.targets[index]!, noticeable),
  );
  if (late === undefined || !isConverted(verdict.fate)) return;
  verdict.fate = 'stay';
  const args = { specifier: late.specifier ?? '' };
  verdict.findings.push(makeFinding('late-require', { range: late.call, args }));
}

/** Whether a require has to stay where it stands because it may not run, may run late, or may be expected to fail. */
export function staysLate(
  fact: RequireFact,
  target: Target,
  noticeable: (target: Target) => Noticeable,
): boolean {
  return fact.placement !== 'top' && (fact.guarded || noticeable(target) !== 'nothing');
}
