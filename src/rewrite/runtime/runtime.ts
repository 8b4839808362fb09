/** What only CommonJS gives, replaced by what modules have. */
import type { Range, RuntimeUse } from '../../checker/facts.ts';
import { provideRequire } from '../create-require.ts';
import { quoted } from '../print.ts';
import { isInReplacedCall, isReplaced } from '../replaced-calls.ts';
import type { Rewriting } from '../rewriting.ts';
import { isInGoneAlias, isInTest } from '../tests-of-exports.ts';
import { writeIsMain } from './is-main.ts';
import { pathOfFile, pathOfFolder } from './paths.ts';

type Replace = (rewriting: Rewriting, use: RuntimeUse) => void;

const folder: Replace = (rewriting, use) => put(rewriting, use, '__dirname', pathOfFolder(rewriting));
const file: Replace = (rewriting, use) => put(rewriting, use, '__filename', pathOfFile(rewriting));

/** `createRequire` gives a function with the same members: its `cache` and `extensions` are those of Node's loader. */
const required: Replace = (rewriting) => provideRequire(rewriting);

/** What `typeof` gives for a variable of the wrapper, or what comparing that gives. */
const constantly =
  (type: string): Replace =>
  ({ edits, style }, { range, holds }) =>
    edits.replace(range, holds === undefined ? quoted(style, type) : String(holds), 'runtime-feature');

/** Features without a row are refused by the checker, or are mentions of the exports. */
const replacements: Partial<Record<RuntimeUse['feature'], Replace>> = {
  __dirname: folder,
  'module.path': folder,
  __filename: file,
  'module.filename': file,
  require: required,
  'require.resolve': required,
  'require.cache': required,
  'require.extensions': required,
  'require.main': (rewriting, use) =>
    use.mainTest === null ? required(rewriting, use) : writeIsMain(rewriting, use.mainTest),
  'module.parent': (rewriting, { mainTest }) => writeIsMain(rewriting, mainTest!),
  'typeof require': constantly('function'),
  'typeof module': constantly('object'),
};

export function writeRuntime(rewriting: Rewriting): void {
  // In an ES module with a `require` left over these names are undeclared, which the file may even ask.
  if (rewriting.facts.system === 'esm') return;
  const goneAliases = droppedAliases(rewriting);
  for (const use of rewriting.facts.runtime) {
    const inAlias = goneAliases.some(([start, end]) => start <= use.range[0] && use.range[1] <= end);
    if (inAlias || isInReplacedCall(rewriting, use.range)) continue;
    if (isInTest(rewriting, use.range) || isInGoneAlias(rewriting, use.range)) continue;
    replacements[use.feature]?.(rewriting, use);
  }
}

function put({ edits }: Rewriting, { range, shorthand }: RuntimeUse, name: string, text: string): void {
  if (name !== text) edits.replace(range, shorthand ? `${name}: ${text}` : text, 'runtime-feature');
}

/** `const load = require;` goes with its calls, where all of them became imports. */
function droppedAliases(rewriting: Rewriting): readonly Range[] {
  const { facts, declarations } = rewriting;
  const gone = facts.requireAliases.filter(({ requires }) =>
    requires.every((index) => isReplaced(rewriting, index)),
  );
  for (const { declarator } of gone) declarations.drop(declarator);
  return gone.map(({ declarator }) => declarator.range);
}
