// @ts-check
/**
 * Things that happen before, between and after requires, and modules that notice.
 *
 * @typedef {import('./combine.mjs').Project} Project
 */

/**
 * What runs before the require.
 *
 * @type {Readonly<Record<string, string>>}
 */
const effects = {
  output: `console.log('effect');`,
  environment: `process.env.COMBINATION = 'set';`,
  environmentDeleted: `delete process.env.PATH;`,
  global: `globalThis.combination = 'set';`,
  globalByName: `global.combination = 'set';`,
  prototype: `Array.prototype.last = function () { return this[this.length - 1]; };`,
  prototypeDefined: `Object.defineProperty(String.prototype, 'shout', { value() { return this.toUpperCase(); }, configurable: true });`,
  builtin: `const fs = require('fs');\nfs.existsSync = () => 'patched';`,
  builtinMember: `require('path').sep = '#';`,
  globalFunction: `Math.random = () => 4;`,
  date: `Date.now = () => 7;`,
  calledModule: `require('./boot')();`,
  calledMember: `const boot = require('./boot');\nboot.start();`,
  calledResult: `const started = require('./boot').start();\nvoid started;`,
  ownState: `const state = require('./state');\nstate.set('changed');`,
  ownStateAssigned: `require('./state').value = 'changed';`,
  thrown: `try { throw new Error('x'); } catch { globalThis.combination = 'caught'; }`,
  loop: `for (const n of [1, 2]) globalThis['n' + n] = n;`,
  timer: `setTimeout(() => console.log('timer'), 0);`,
  tick: `process.nextTick(() => console.log('tick'));`,
  promise: `Promise.resolve().then(() => console.log('promise'));`,
  exit: `process.exitCode = 3;`,
  listener: `process.on('exit', () => console.log('exit'));`,
  titled: `process.title = 'combination';`,
  argv: `process.argv.push('extra');`,
  directive: `'use strict';\nconst local = 1;\nvoid local;`,
  functionCalled: `function setup() { globalThis.combination = 'set'; }\nsetup();`,
  iife: `(() => { process.env.COMBINATION = 'iife'; })();`,
  classBlock: `class Setup { static { globalThis.combination = 'static'; } }\nvoid Setup;`,
  getter: `const o = { get x() { globalThis.combination = 'getter'; return 1; } };\nvoid o.x;`,
  template: `void \`\${(globalThis.combination = 'template')}\`;`,
  exported: `exports.early = 1;\nmodule.exports.second = 2;`,
};

/**
 * What a module does while it is loaded.
 *
 * @type {Readonly<Record<string, string>>}
 */
const noticing = {
  everything: `const fs = require('fs');
const path = require('path');
const { existsSync } = require('fs');
console.log('late loads', process.env.COMBINATION, typeof process.env.PATH, globalThis.combination);
console.log([1, 2].last ? [1, 2].last() : 'none', 'x'.shout ? 'x'.shout() : 'none', globalThis.n2);
console.log(fs.existsSync('/'), existsSync('/'), path.sep, Math.random() === 4, Date.now() === 7);
console.log(process.title === 'combination', process.argv.length, require('./state').get());
exports.value = 'late';`,
  inert: `exports.value = 'inert';`,
  reading: `exports.value = process.env.COMBINATION + ' ' + globalThis.combination + ' ' + require('./state').get();`,
  destructuring: `const { sep } = require('path');
const { existsSync } = require('fs');
module.exports = { value: sep + existsSync('/') };`,
  throwing: `exports.value = 1;\nthrow new RangeError('while loading');`,
};

/**
 * How the module is required after the effect.
 *
 * @type {Readonly<Record<string, string>>}
 */
const requiring = {
  bound: `const late = require('./late');\nconsole.log(late.value);`,
  pattern: `const { value } = require('./late');\nconsole.log(value);`,
  inline: `console.log(require('./late').value);`,
  bare: `require('./late');`,
  inFunction: `function use() { return require('./late').value; }\nconsole.log(use());`,
  deferred: `setTimeout(() => console.log(require('./late').value), 2);`,
  guarded: `let late = null;\ntry { late = require('./late'); } catch (error) { console.log(error.name); }\nconsole.log(late && late.value);`,
  conditional: `if (globalThis.combination !== 'no') console.log(require('./late').value);`,
  logical: `const late = process.env.NOTHING || require('./late');\nconsole.log(late.value);`,
};

const support = {
  'boot.js': `module.exports = function boot() { globalThis.combination = 'booted'; };
module.exports.start = () => { process.env.COMBINATION = 'started'; return true; };
`,
  'state.js': `let value = 'initial';
exports.value = 'own';
exports.set = (next) => { value = next; };
exports.get = () => value + exports.value;
`,
};

/**
 * Every effect before every kind of module, each with a third of the ways to require it.
 *
 * @returns {Project[]}
 */
export function orderProjects() {
  /** @type {Project[]} */
  const projects = [];
  let turn = 0;
  for (const [effect, before] of Object.entries(effects)) {
    for (const [how, late] of Object.entries(noticing)) {
      turn += 1;
      for (const [index, [require, use]] of Object.entries(requiring).entries()) {
        if ((index + turn) % 3 !== 0) continue;
        const wrapped = projects.length % 2 === 1;
        projects.push({
          name: `${effect} before ${require} of ${how}${wrapped ? ', in a module' : ''}`,
          files: {
            'package.json': '{ "private": true }\n',
            'main.js': wrapped ? `require('./entry');\nconsole.log('end');\n` : `${before}\n${use}\n`,
            ...(wrapped ? { 'entry.js': `${before}\n${use}\n` } : {}),
            'late.js': `${late}\n`,
            ...support,
          },
        });
      }
    }
  }
  return projects;
}
