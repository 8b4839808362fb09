// @ts-check
/**
 * Modules that require each other: pairs and triangles, with every way to export, to use the partner, and to enter.
 *
 * @typedef {import('./combine.mjs').Project} Project
 */

/**
 * What a member exports: `$N` is its name.
 *
 * @type {Readonly<Record<string, string>>}
 */
const exporting = {
  hoisted: `exports.call = call;\nexports.value = '$N';\nfunction call() { return '$N called'; }`,
  assigned: `exports.value = '$N';\nexports.call = function () { return '$N called'; };`,
  object: `module.exports = { value: '$N', call() { return '$N called'; } };`,
  callable: `module.exports = $N;\nfunction $N() { return '$N called'; }\n$N.call = $N;\n$N.value = '$N';`,
  klass: `class Member { static call() { return '$N called'; } }\nMember.value = '$N';\nmodule.exports = Member;`,
};

/**
 * How it uses its partner: the require, then what happens. `$P` is the specifier.
 *
 * @type {Readonly<Record<string, readonly [require: string, use: string]>>}
 */
const using = {
  deferred: [`const partner = require('$P');`, `exports.ask = () => typeof partner.call;`],
  deferredCall: [
    `const partner = require('$P');`,
    `module.exports.ask = () => partner.call() + partner.value;`,
  ],
  eagerRead: [
    `const partner = require('$P');`,
    `console.log('$N sees', typeof partner.call, partner.value);`,
  ],
  eagerPattern: [`const { call, value } = require('$P');`, `console.log('$N has', typeof call, value);`],
  deferredPattern: [`const { call } = require('$P');`, `module.exports.ask = () => typeof call;`],
  late: [``, `module.exports.ask = () => require('$P').call();`],
  lateAtOnce: [``, `(function () { console.log('$N late', typeof require('$P').value); })();`],
  branch: [``, `if (module.exports) console.log('$N branch', typeof require('$P').call);`],
  bare: [`require('$P');`, `console.log('$N loaded');`],
  timer: [`const partner = require('$P');`, `setTimeout(() => console.log('$N later', partner.call()), 1);`],
  extending: [
    `const partner = require('$P');`,
    `module.exports.kind = typeof partner === 'function' ? 'f' : 'o';`,
  ],
};

const orders = ['requires first', 'requires last'];

const entries = {
  first: `const a = require('./a');\nconsole.log(typeof a, a.value, a.ask && a.ask());`,
  second: `const b = require('./b');\nconsole.log(typeof b, b.value, b.ask && b.ask());`,
  both: `const b = require('./b');\nconst { value, ask } = require('./a');\nconsole.log(b.value, value, ask && ask());`,
  late: `setTimeout(() => { const a = require('./a'); console.log(a.value, a.ask && a.ask()); }, 1);`,
};

/** @returns {Project[]} */
export function cycleProjects() {
  const projects = [];
  let turn = 0;
  for (const first of Object.keys(exporting)) {
    for (const use of Object.keys(using)) {
      for (const order of orders) {
        for (const topology of Object.keys(topologies)) {
          const second = at(Object.keys(exporting), turn);
          const answer = at(Object.keys(using), turn * 3 + 1);
          const entry = at(Object.keys(entries), turn);
          const kept = turn % 6 === 5;
          turn += 1;
          const members = { first, use, second, answer, order };
          projects.push(project(members, topology, entry, kept));
        }
      }
    }
  }
  return projects;
}

/**
 * @typedef {{ first: string, use: string, second: string, answer: string, order: string }} Members
 *
 * @type {Readonly<Record<string, (members: Members) => Record<string, string>>>}
 */
const topologies = {
  pair: ({ first, use, second, answer, order }) => ({
    'a.js': member('a', first, use, './b', order),
    'b.js': member('b', second, answer, './a', order === orders[0] ? 'requires last' : 'requires first'),
  }),
  triangle: ({ first, use, second, answer, order }) => ({
    'a.js': member('a', first, use, './b', order),
    'b.js': member('b', second, answer, './c', order),
    'c.js': member('c', first, use, './a', order),
  }),
  index: ({ first, use, second, order }) => ({
    'a.js': member('a', first, use, './lib', order),
    'lib/index.js': `exports.call = require('../b').call;\nexports.value = require('../b').value;\n`,
    'b.js': member('b', second, use, './a', order),
  }),
};

/**
 * @param {Members} members
 * @param {string} topology
 * @param {string} entry
 * @param {boolean} kept whether one member is to stay CommonJS
 * @returns {Project}
 */
function project(members, topology, entry, kept) {
  const files = topologies[topology]?.(members) ?? {};
  if (kept) files['b.js'] = `// esmshift: keep\n${files['b.js']}`;
  const { first, use, second, answer, order } = members;
  const shape = `${first} ${use} <-> ${second} ${answer}`;
  return {
    name: `${topology}: ${shape}, ${order}, entered ${entry}${kept ? ', one kept' : ''}`,
    files: {
      'package.json': '{ "private": true }\n',
      'main.js': `${entries[/** @type {keyof typeof entries} */ (entry)]}\n`,
      ...files,
    },
  };
}

/**
 * @param {string} name
 * @param {string} exportIdiom
 * @param {string} useIdiom
 * @param {string} partner
 * @param {string} order
 */
function member(name, exportIdiom, useIdiom, partner, order) {
  const own = exporting[exportIdiom] ?? '';
  const [call, use] = using[useIdiom] ?? ['', ''];
  const parts = order === orders[0] ? [call, own, use] : [own, call, use];
  return `${parts.filter(Boolean).join('\n').replaceAll('$P', partner).replaceAll('$N', name)}\n`;
}

/**
 * @param {readonly string[]} list
 * @param {number} turn
 */
function at(list, turn) {
  return list[turn % list.length] ?? '';
}
