import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { ExportsFacts, HoistedFact, KeyFacts, RequireFact } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { thisFreedom } from '../this-free.ts';
import { valuesOf } from '../timeline/values.ts';
import { headerOf } from '../transpiled/header.ts';
import { aliasFacts } from './alias-facts.ts';
import { chainFacts } from './chain-facts.ts';
import { draftChains } from './chains.ts';
import { compiledFacts, keysOfHeader } from './compiled.ts';
import { contentsOf } from './contents.ts';
import { firstRunsOf } from './first-runs.ts';
import { followed } from './followed.ts';
import { hoistedOfDefault, hoistedOfKeys } from './hoisted.ts';
import { assignmentFacts, cellNeedsVariable, exportsNeedsVariable, replacements } from './holder-facts.ts';
import { exportsInherit } from './inheriting.ts';
import { keyFacts } from './keys.ts';
import { literalProperties } from './literal.ts';
import { lostFindings, redeclaredFindings, replacementFindings } from './lost-findings.ts';
import { resolveMentions } from './mentions.ts';
import { methodFacts } from './methods.ts';
import { moduleFindings, moduleNeedsVariable, moduleTests } from './module-findings.ts';
import { objectCodes } from './object-codes.ts';
import { inOneWord, objectFindings } from './object-findings.ts';
import { placesOf } from './places.ts';
import { roleOf } from './roles.ts';
import { scopeFindings } from './scope-findings.ts';
import { givenByKey, receiving } from './this-findings.ts';
import { thisFreeValues } from './this-free-value.ts';
import type { Trace } from './trace.ts';
import { valueFactsOf } from './value-fact.ts';
import { versionFacts } from './version-facts.ts';
import { numberVersions, UNCERTAIN } from './versions.ts';
import {
  changesContentsOfOthers,
  keysWrittenElsewhere,
  keysWrittenLater,
  keysWrittenToItself,
  keysWrittenToOthers,
  keysWrittenToOwn,
} from './written-later.ts';

export interface ExportsPart {
  readonly exports: ExportsFacts;
  readonly findings: readonly Finding[];
}

/**
 * What a file exports: which object is in `module.exports` at the end, under which names the file mentions it, and
 * which keys it gets.
 *
 * It works in three steps. `trace` finds every expression that may denote `module`, the exports object or a later
 * value of `module.exports`. `evaluateWrites` goes through all assignments to these variables in the order in which
 * they are done, and so knows what each holds at which time. With that each mention is resolved to one object.
 */
export function exportsFacts(context: ScanContext, requires: readonly RequireFact[]): ExportsPart {
  const places = placesOf(context);
  const runs = firstRunsOf(context);
  const { traced, values } = followed(context);
  const versions = numberVersions(traced.cell);
  const chains = draftChains(exportAssignments(traced));
  const aliases = aliasFacts(context, traced);
  const inputs = { context, traced, values, versions, chains, places, runs, aliasIndex: aliases.indexOf };
  const resolved = resolveMentions(inputs);

  const isThisFree = thisFreedom(context);
  const written = keyFacts({ resolved, places, runs, isThisFree: thisFreeValues(context, isThisFree) });
  const header = traced.cell.writes.length === 0 ? headerOf(context) : null;
  const getters = header?.getters?.getters ?? [];
  const names = new Set([...written, ...getters].map(({ key }) => key));
  const receive = receiving(context, valuesOf(context, requires), names);
  const receivers = new Map([...givenByKey(resolved)].map(([key, given]) => [key, receive(given)]));
  const keys = [
    ...written.map((key): KeyFacts => {
      // What is set in advance exists from the start, as an exported variable does.
      const presence = header?.inAdvance.has(key.key) ? 'always' : key.presence;
      const { usesThis, madeBy } = receivers.get(key.key)!;
      return { ...key, presence, usesThis, madeBy };
    }),
    ...keysOfHeader(header, resolved, isThisFree, receive),
  ];
  const valueFacts = valueFactsOf(context, requires, isThisFree);
  const last = versions.of(values.history(traced.cell).final());
  const final = last === UNCERTAIN ? null : last;
  const ofVersions = versionFacts(traced, versions, chains, resolved, final);
  const replaced = replacements(traced);
  const finalWrite = replaced.findLast(({ result }) => versions.of(result) === final);

  const ofObject = replaced.length === 0 ? objectFindings({ context, resolved, keys, receivers }) : [];
  const findings = [
    ...scopeFindings(context),
    ...moduleFindings(context, traced),
    ...replacementFindings(traced),
    ...(replaced.length === 0 ? [] : redeclaredFindings(traced, resolved)),
    ...lostFindings(traced, versions, resolved, ofVersions),
    ...ofObject,
  ];
  const holders = {
    assignments: assignmentFacts(traced, versions, chains),
    cell: cellNeedsVariable(traced, versions, chains, resolved, final),
    variable: exportsNeedsVariable(traced, versions, resolved),
    module: moduleNeedsVariable(traced),
  };
  const shape = shapeOf();
  const drafted = chainFacts(context, chains, traced, versions, resolved, valueFacts);
  const facts: ExportsFacts = {
    shape,
    versions: ofVersions,
    mentions: resolved.map(({ mention }) => mention),
    keys: replaced.length === 0 ? keys : [],
    chains: drafted,
    aliases: aliases.list,
    moduleTests: moduleTests(traced),
    methods: methodFacts(context),
    compiled: header && compiledFacts(header, keys, resolved),
    inOneWord: inOneWord(context, ofObject),
    literal: finalWrite?.value ? literalProperties(finalWrite.value, valueFacts) : null,
    writtenLater: keysWrittenLater(context),
    writtenToItself: keysWrittenToItself(context),
    writtenElsewhere: keysWrittenElsewhere(context),
    writtenToOthers: keysWrittenToOthers(context),
    changesContents: changesContentsOfOthers(context),
    writtenToOwn: keysWrittenToOwn(context),
    hoisted: hoistedFacts({ context, chains: drafted, resolved, places, runs }),
    inherit: exportsInherit(context),
    contents: contentsOf(context),
    holders,
  };
  return { exports: facts, findings };

  function hoistedFacts(inputs: Parameters<typeof hoistedOfKeys>[0]): readonly HoistedFact[] {
    if (shape === 'named') return hoistedOfKeys(inputs, keys);
    return shape === 'default' && !holders.cell ? hoistedOfDefault(inputs, ofVersions) : [];
  }

  function shapeOf(): ExportsFacts['shape'] {
    if (findings.some(({ code }) => makesAmbiguous.has(code))) return 'ambiguous';
    if (replaced.length > 0) return 'default';
    return keys.length > 0 ? 'named' : 'none';
  }
}

/** What makes it uncertain which object counts in the end, or what is done with it. */
const makesAmbiguous: ReadonlySet<DiagnosticCode> = new Set([
  ...objectCodes,
  'dynamic-scope',
  'exports-assigned-late',
  'exports-uncertain',
  'module-escape',
  'module-reassigned',
]);

/** Every assignment to a key of the exports, to `module.exports` or to `exports`. */
function exportAssignments({ occurrences, cell, exports }: Trace): readonly t.Node[] {
  const roles = occurrences.flatMap(({ uses }) =>
    uses.flatMap((use) => (use.kind === 'member' ? [roleOf(use.member)] : [])),
  );
  const ofKeys = roles.flatMap((role) => (role.kind === 'write' ? [role.expression] : []));
  return [...ofKeys, ...[...cell.writes, ...exports.writes].map(({ expression }) => expression)];
}
