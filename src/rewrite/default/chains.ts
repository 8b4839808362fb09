/** Assignments to `module.exports`, alone or with others: `var app = exports = module.exports = value;` */
import type { Chain } from '../../checker/facts.ts';
import {
  declareValue,
  dropParentheses,
  endOfAssignments,
  isBare,
  removeTarget,
  replaceHead,
} from '../chain-text.ts';
import { statement } from '../create-require.ts';
import { printExportDefault } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { writeDefaultExpression } from './expression.ts';
import { existingHolder, type Holder, type Holders, stays } from './holders.ts';

/** Rewrites one chain that assigns `module.exports` or `exports`; keys of the object are left to their mentions. */
export function writeDefaultChain(rewriting: Rewriting, chain: Chain, index: number, holders: Holders): void {
  const { versions } = rewriting.facts.exports;
  const version = versions.findIndex((candidate) => candidate.chain === index);
  const holder = holders.get(version) ?? null;
  const isLast = version === versions.length - 1;
  if (version === -1) writeAliasing(rewriting, chain, holders);
  else if (isLast && rewriting.decision.hoisted) writeHoisted(rewriting, chain);
  else if (chain.declarator !== null) writeDeclarator(rewriting, chain, holder, isLast);
  else writeStatement(rewriting, chain, holder, isLast);
}

/**
 * `module.exports = a;` -> `export { a as default };`: the function is there before the module runs, which the variable
 * that `export default a` makes is not (ECMA-262 §16.2.3.7).
 */
function writeHoisted(rewriting: Rewriting, chain: Chain): void {
  const { edits, text } = rewriting;
  const exported = `export { ${text.slice(chain.value.range)} as default }`;
  edits.replace([chain.statement[0], endOfAssignments(rewriting, chain)], exported, 'export-default');
}

function writeStatement(rewriting: Rewriting, chain: Chain, holder: Holder | null, isLast: boolean): void {
  const staying = chain.targets.findIndex((target) => stays(target));
  const rest = staying === -1 ? null : staying;
  if (holder !== null || !isLast) {
    writeHeld(rewriting, chain, holder, rest, isLast);
  } else if (isBare(rewriting, chain)) {
    dropTargets(rewriting, chain, rest, () => writeDefaultExpression(rewriting, chain, rest));
  } else {
    const name = rewriting.names.fresh('exported');
    writeHeld(rewriting, chain, { kind: 'let', name }, rest, true);
  }
}

function writeHeld(
  rewriting: Rewriting,
  chain: Chain,
  holder: Holder | null,
  rest: number | null,
  isLast: boolean,
): void {
  const { edits, slots, style } = rewriting;
  switch (holder?.kind) {
    case 'declaration':
      declareValue(rewriting, chain, isLast ? 'export default ' : '', holder.name);
      return;
    case 'existing':
      if (!isLast && rest === null && chain.value.kind === 'identifier') {
        edits.removeStatement(chain.statement, 'exports-object');
      } else if (isLast && rest === null && isBare(rewriting, chain))
        writeDefaultExpression(rewriting, chain);
      else dropAll(rewriting, chain);
      if (isLast && (rest !== null || !isBare(rewriting, chain))) addDefault(rewriting, holder);
      return;
    case 'const':
      dropTargets(rewriting, chain, rest, () => {
        replaceHead(rewriting, chain, rest, `const ${holder.name} = `, 'exports-object');
      });
      if (isLast) addDefault(rewriting, holder);
      return;
    case 'let': {
      slots.addDeclaration(statement(style, `let ${holder.name}`), 'exports-object');
      assignHolder(rewriting, chain, holder);
      if (isLast) addDefault(rewriting, holder);
      return;
    }
    default:
      dropDead(rewriting, chain, rest);
  }
}

/** The value that `module.exports` held for a while and nobody mentions: it is still evaluated. */
function dropDead(rewriting: Rewriting, chain: Chain, rest: number | null): void {
  if (rest === null && chain.value.kind === 'identifier') {
    rewriting.edits.removeStatement(chain.statement, 'exports-object');
    return;
  }
  const holder: Holder = {
    kind: isBare(rewriting, chain) ? 'const' : 'let',
    name: rewriting.names.fresh('replaced'),
  };
  writeHeld(rewriting, chain, holder, rest, false);
}

/** `var app = exports = module.exports = {};` -> `var app = {};`, and the default export at the end. */
function writeDeclarator(rewriting: Rewriting, chain: Chain, planned: Holder | null, isLast: boolean): void {
  const { names, slots, style } = rewriting;
  const holder = planned ?? existingHolder(rewriting, chain, []);
  const { name, index, siblings } = chain.declarator as NonNullable<Chain['declarator']>;
  if (holder?.kind === 'existing') {
    dropAll(rewriting, chain);
    if (isLast) addDefault(rewriting, holder);
  } else if (holder === null && name !== null && index === siblings.length - 1) {
    dropAll(rewriting, chain);
    if (isLast) slots.addAfter(chain.statement, printExportDefault(style, name), 'export-default');
  } else {
    const own = holder ?? { name: names.fresh('exported'), kind: 'let' as const };
    slots.addDeclaration(statement(style, `let ${own.name}`), 'exports-object');
    assignHolder(rewriting, chain, own);
    if (isLast) addDefault(rewriting, own);
  }
}

/** `exports = module.exports`, `var self = exports = module.exports`: no new object, only names for it. */
function writeAliasing(rewriting: Rewriting, chain: Chain, holders: Holders): void {
  const { edits, facts, text } = rewriting;
  const { value, targets, declarator, statement } = chain;
  const left = targets.filter((target) => stays(target));
  if (left.length === 0 && declarator === null && value.kind === 'version') {
    edits.removeStatement(statement, 'exports-alias');
    return;
  }
  dropAll(rewriting, chain);
  if (value.kind !== 'version') return;
  const holder = holders.get(value.version);
  const mention = facts.exports.mentions.find(({ range }) => range[0] === value.range[0]);
  if (holder !== undefined && mention?.use.kind === 'chain' && text.slice(value.range) !== holder.name) {
    edits.replace(value.range, holder.name, 'exports-object');
  }
}

/** Removes what stands between the first target that stays and the value, then lets `head` write what is before. */
function dropTargets(rewriting: Rewriting, chain: Chain, rest: number | null, head: () => void): void {
  for (const [index, target] of chain.targets.entries()) {
    if (rest !== null && index > rest && !stays(target))
      removeTarget(rewriting, chain, index, 'exports-object');
  }
  head();
}

function dropAll(rewriting: Rewriting, chain: Chain): void {
  for (const [index, target] of chain.targets.entries()) {
    if (!stays(target)) removeTarget(rewriting, chain, index, 'exports-object');
  }
  if (!chain.targets.some((target) => stays(target))) dropParentheses(rewriting, chain, 'exports-object');
}

/** `module.exports = exports = value` -> `holder = value` */
function assignHolder(rewriting: Rewriting, chain: Chain, holder: Holder): void {
  const assigned = chain.targets.findIndex((target) => target.kind === 'module.exports');
  for (const [index, target] of chain.targets.entries()) {
    if (index === assigned) rewriting.edits.replace(target.range, holder.name, 'exports-object');
    else if (!stays(target)) removeTarget(rewriting, chain, index, 'exports-object');
  }
}

export function addDefault({ slots, style }: Rewriting, holder: Holder): void {
  slots.addAtEnd(printExportDefault(style, holder.name), 'export-default');
}
