import { readFileSync } from 'node:fs';
import type { Setting } from '../../checker/facts.ts';
import { preparesStack } from '../../checker/runtime/call-sites.ts';
import { settingsIn } from '../../checker/settings.ts';
import { withLoadersAmong } from '../link/loader/leading.ts';
import type { Suspects } from '../link/loader/suspects.ts';
import type { LinkModule } from '../link/module.ts';
import type { Resolver } from '../resolve/resolver.ts';

/**
 * Looks for installed files that matter wherever they are loaded. All that the project may load is looked through,
 * thousands of files in some projects; so only their texts are, and the facts of those few that come out here tell
 * which of them really do what they may.
 */
export function suspectsAmong(modules: Iterable<LinkModule>, resolver: Resolver): Suspects {
  const files = new Set<string>();
  for (const { targets } of modules)
    for (const target of targets) if (target.kind === 'external') addFile(target.file);
  const patchers: string[] = [];
  const stackReaders: string[] = [];
  const stackPreparers = new Set<string>();
  const callerReaders: string[] = [];
  const parentReaders: string[] = [];
  const mainReaders: string[] = [];
  const settings = new Set<Setting>();
  const loaderUsers: string[] = [];
  const loads = new Map<string, readonly string[]>();
  for (const file of files) {
    const text = textOf(file);
    if (mayPatch(text)) patchers.push(file);
    if (namesCallers.test(text)) stackReaders.push(file);
    if (preparesStack(text)) stackPreparers.add(file);
    if (namesCaller.test(text)) callerReaders.push(file);
    if (namesParent.test(text)) parentReaders.push(file);
    if (mayReadMain(text)) mainReaders.push(file);
    if (mayUseLoader(text)) loaderUsers.push(file);
    for (const setting of settingsIn(text)) settings.add(setting);
    const loaded: string[] = [];
    for (const [, , specifier] of text.matchAll(requires)) {
      const resolution = resolver.commonjs(specifier!, file);
      if (resolution.kind !== 'file') continue;
      loaded.push(resolution.path);
      if (resolution.path.endsWith('.mjs')) loaderUsers.push(resolution.path);
    }
    loads.set(file, loaded);
    loaded.forEach(addFile);
  }
  return {
    patchers,
    stackReaders,
    stackPreparers,
    callerReaders,
    parentReaders,
    mainReaders,
    loaderUsers: withLoadersAmong(loaderUsers, loads),
    settings: [...settings],
    loads,
  };

  function addFile(file: string | null): void {
    if (file !== null && /\.c?js$/.test(file)) files.add(file);
  }
}

/** A file that cannot be read fails when the program loads it, as it did. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const namesCallers = /\.\s*(?:getFileName|getScriptNameOrSourceURL|scriptName)\b/;

const namesCaller = /\.\s*caller\b/;

const namesParent = /\bmodule\s*\.\s*parent\b/;

const namesMain = /[rR]equire\s*(?:\?\s*)?\.\s*main\b|\bmainModule\b/;
/** `if (!script && require.main) script = require.main.filename`: of what is started `process.argv[1]` comes first (commander). */
const fillsIn =
  /!\s*[\w$.]+\s*&&\s*(require\.main|process\.mainModule)\)\s*\{?\s*[\w$.]+\s*=\s*\1\.filename\b/g;

function mayReadMain(text: string): boolean {
  return namesMain.test(text) && namesMain.test(text.replace(fillsIn, ''));
}

const namesModule = /['"`](?:node:)?module['"`]/;
/** `require.cache`, `require['cache']`, `const { cache } = require`; what is loaded by `import`, or by a call in another form, is not looked for. */
const usesRequire = /\brequire\s*(?:[.[?,;)}\]]|\(\s*\/)|=\s*require\s*$|^\s*(?:import|export)\b/m;

/** Whether a file of this text may have the module `module`, or the cache of what is loaded. */
function mayUseLoader(text: string): boolean {
  return namesModule.test(text) || usesRequire.test(text);
}

// A name is looked at from its beginning only: else a long text without spaces would be gone through for each of its letters.
const requires = /\brequire\s*\(\s*(['"`])([^'"`\n]+)\1\s*\)/g;
const requireCalls = /\brequire\s*\(/g;
const assignedTo = /(?<![\w$])([\w$]+)\s*=[^=;\n]{0,80}$/;
/**
 * `name.key =`, `name[key] =`, `name.promises.key =`, `delete name.key`, `Object.assign(name,`, `Object.defineProperty(name,`
 */
const changes =
  /(?<![\w$])([\w$]+)(?:\.(?:default|promises|types|posix|win32|strict))?\s*(?:\.\s*[\w$]+|\[[^\]\n]{1,80}\])\s*=(?![=>])|\bdelete\s+([\w$]+)|\b(?:assign|define\w+)\s*\(\s*([\w$]+)\s*,/g;
const changesAtOnce =
  /\brequire\s*\(\s*['"`][^'"`\n]+['"`]\s*\)\s*(?:\.\s*[\w$]+|\[[^\]\n]{1,80}\])\s*=(?![=>])/;

/** Whether a file of this text may write to something that it requires: never false where it does so in a usual form. */
export function mayPatch(text: string): boolean {
  if (!text.includes('require')) return false;
  if (changesAtOnce.test(text)) return true;
  const required = new Set(variablesRequired(text));
  if (required.size === 0) return false;
  for (const [, target, deleted, given] of text.matchAll(changes))
    if (required.has((target ?? deleted ?? given)!)) return true;
  return false;
}

/** `name = require(`: most names of a text stand before no such call, so these are looked at from the calls on. */
function* variablesRequired(text: string): Generator<string> {
  for (const { index } of text.matchAll(requireCalls)) {
    const [, name] = assignedTo.exec(text.slice(Math.max(0, index - 200), index)) ?? [];
    if (name !== undefined) yield name;
  }
}
