// @ts-check
/** Where our facts and the oracles disagree about the names that a file exports. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'cjs-module-lexer';
import { claimsOf } from './claims.mjs';

/**
 * @typedef {import('./installed.mjs').Door} Door
 * @typedef {(source: string, options: { path: string }) => import('../../src/checker/facts.ts').ModuleFacts} Scan
 *
 * @typedef {object} Judged
 * @property {readonly string[]} disagreements `package@version/subpath: lexer finds a, b`
 * @property {Record<'doors' | 'claimed' | 'lexed' | 'loaded', number>} counts
 */

await init();
const script = fileURLToPath(new URL('keys.cjs', import.meta.url));

/**
 * @param {readonly Door[]} doors of one package: they are loaded in one process
 * @param {Scan} scan
 * @returns {Judged}
 */
export function judge(doors, scan) {
  const counts = { doors: 0, claimed: 0, lexed: 0, loaded: 0 };
  const loaded = keysOf(doors.map(({ file }) => file));
  const disagreements = doors.flatMap(({ name, file }, index) => {
    const source = readFileSync(file, 'utf8');
    const facts = scan(source, { path: file });
    if (facts.system !== 'commonjs') return [];
    counts.doors++;
    const claims = claimsOf(facts);
    if (claims === null) return [];
    counts.claimed++;
    const found = [];
    const lexed = lexedIn(source);
    if (lexed !== null) {
      counts.lexed++;
      found.push(...differences('lexer', lexed, { ...claims, sure: claims.possible }));
    }
    const keys = loaded[index] ?? null;
    if (keys !== null) {
      counts.loaded++;
      found.push(...differences('require', new Set(keys), claims));
    }
    return found.map((text) => `${name}: ${text}`);
  });
  return { disagreements, counts };
}

/**
 * @param {string} oracle
 * @param {ReadonlySet<string>} seen
 * @param {import('./claims.mjs').Claims} claims
 */
function differences(oracle, seen, { sure, possible, complete }) {
  const extra = complete ? [...seen].filter((name) => !possible.has(name) && name !== '__esModule') : [];
  const missing = [...sure].filter((name) => !seen.has(name) && name !== '__esModule');
  return [...told(`${oracle} finds`, extra), ...told(`${oracle} misses`, missing)];
}

/** @param {string} what @param {readonly string[]} names */
function told(what, names) {
  const most = 5;
  const rest = names.length > most ? ` and ${names.length - most} more` : '';
  return names.length === 0 ? [] : [`${what} ${names.slice(0, most).join(', ')}${rest}`];
}

/** @param {string} source @returns {Set<string> | null} null where names come from other files, too */
function lexedIn(source) {
  try {
    const { exports, reexports } = parse(source);
    return reexports.length > 0 ? null : new Set(exports);
  } catch {
    return null;
  }
}

/** @param {readonly string[]} files @returns {readonly (readonly string[] | null)[]} */
function keysOf(files) {
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', script, JSON.stringify(files)], {
    encoding: 'utf8',
    timeout: 20_000,
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  return stdout.split('\n').map((line) => (line.startsWith('[') ? JSON.parse(line) : null));
}
