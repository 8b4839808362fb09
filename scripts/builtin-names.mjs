// @ts-check
/**
 * `npm run builtin-names`: writes src/project/resolve/builtin-names.ts, the names that every supported Node exports from
 * its builtins.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { binaryOf, floors, newest } from './node-binaries.mjs';

/** What `process` has on POSIX systems only (Node documentation, "Process"). */
const onlyPosix = /^(?:[gs]ete?[gu]id|[gs]etgroups|initgroups)$/;
/** @type {Record<string, readonly string[]>[]} */
const all = [...floors, ...newest].map((version) => {
  const asked = fileURLToPath(new URL('node-names.mjs', import.meta.url));
  return JSON.parse(execFileSync(binaryOf(version), ['--no-warnings', asked], { encoding: 'utf8' }));
});
const [first, ...others] = all;
const rows = Object.entries(first ?? {}).flatMap(([builtin, names]) => {
  const wanted = names.filter((name) => !/^(?:default|module\.exports)$/.test(name) && !onlyPosix.test(name));
  const common = wanted.filter((name) => others.every((node) => node[builtin]?.includes(name)));
  return common.length === 0 ? [] : [`  ${JSON.stringify(builtin)}:\n    '${common.sort().join(' ')}',\n`];
});
const text = `/**
 * The names that every supported Node exports from its builtins on every system; \`npm run builtin-names\` makes this list. A name
 * that one of them lacks cannot be imported there, while \`require\` gives \`undefined\`.
 */
export const commonNames: Readonly<Record<string, string>> = {
${rows.join('')}};
`;
writeFileSync(fileURLToPath(new URL('../src/project/resolve/builtin-names.ts', import.meta.url)), text);
