// @ts-check
/**
 * Objects that load a module when something is done with them for which no call is to be seen: each way to make one meets
 * each way to hand it to another module, and each thing that is done with it there. The module that is loaded lists the
 * exports of the one that made the object, which is still being loaded.
 *
 * @typedef {import('./combine.mjs').Project} Project
 */

const load = "require('./seen').seen";

/**
 * How `late` is made.
 *
 * @type {Readonly<Record<string, string>>}
 */
const objects = {
  toString: `const late = { toString() { return ${load}; } };`,
  arrow: `const late = { toString: () => ${load} };`,
  assigned: `const late = {};\nlate.toString = () => ${load};`,
  list: `const late = [1];\nlate.toString = () => ${load};`,
  date: `const late = new Date(0);\nlate.valueOf = () => ${load}.length;`,
  frozen: `const late = Object.freeze({ toString() { return ${load}; } });`,
  spread: `const parts = { toString() { return ${load}; } };\nconst late = { ...parts };`,
  either: `const late = process.argv.length > 0 ? { toString: () => ${load} } : 'none';`,
  returned: `const late = (() => ({ toString: () => ${load}, get x() { return ${load}; } }))();`,
  deep: `const late = { a: [{ toString() { return ${load}; } }], toString() { return String(this.a[0]); } };`,
  inMap: `const late = new Map([['x', { toString() { return ${load}; } }]]);`,
  valueOf: `const late = { valueOf() { return ${load}; } };`,
  toPrimitive: `const late = { [Symbol.toPrimitive]() { return ${load}; } };`,
  toJSON: `const late = { toJSON() { return ${load}; } };`,
  hasInstance: `const late = { [Symbol.hasInstance]() { return ${load} === ''; } };`,
  getter: `const late = { get x() { return ${load}; } };`,
  setter: `const late = { set x(value) { this.y = ${load}; } };`,
  defined: `const late = {};\nObject.defineProperty(late, 'x', { get() { return ${load}; }, enumerable: true });`,
  allDefined: `const late = Object.defineProperties({}, { x: { get: () => ${load}, enumerable: true } });`,
  created: `const late = Object.create(null, { x: { get: () => ${load}, enumerable: true } });`,
  inherited: `const late = Object.create({ get x() { return ${load}; } });`,
  bySuper: `const base = { get x() { return ${load}; } };\nconst late = { __proto__: base, get z() { return super.x; } };`,
  instance: `class Late { get x() { return ${load}; } toString() { return ${load}; } }\nconst late = new Late();`,
  field: `class Late { x = 1; toString = () => ${load}; }\nconst late = new Late();`,
  subclass: `class Base { toString() { return ${load}; } get x() { return ${load}; } }\nclass Late extends Base {}\nconst late = new Late();`,
  prototype: `function Late() {}\nLate.prototype.toString = function () { return ${load}; };\nconst late = new Late();`,
  iterator: `const late = { *[Symbol.iterator]() { yield ${load}; } };`,
  next: `const late = { [Symbol.iterator]() { return { next: () => ({ done: true, value: ${load} }) }; } };`,
  generator: `const late = (function* () { yield ${load}; })();`,
  proxy: `const late = new Proxy({ x: 1 }, { get: (target, key) => (key === 'x' ? ${load} : target[key]) });`,
  proxyKeys: `const late = new Proxy({ x: 1 }, { ownKeys: () => [${load}.slice(0, 0) + 'x'] });`,
  method: `const late = { run() { return ${load}; } };`,
};

/**
 * How it gets to the other module, and from where that takes it: `$DONE` is what is done with `it`.
 *
 * @type {Readonly<Record<string, readonly [maker: string, user: string]>>}
 */
const ways = {
  argument: [`exports.out = user.use(late);`, `exports.use = (it) => $DONE;`],
  pattern: [`exports.out = user.use({ it: late });`, `exports.use = ({ it }) => $DONE;`],
  rest: [
    `exports.out = user.use(1, late);`,
    `exports.use = (...all) => { const it = all[1]; return $DONE; };`,
  ],
  arguments: [
    `exports.out = user.use(late);`,
    `exports.use = function () { const it = arguments[0]; return $DONE; };`,
  ],
  this: [
    `exports.out = user.use.call(late);`,
    `exports.use = function () { const it = this; return $DONE; };`,
  ],
  apply: [`exports.out = user.use.apply(null, [late]);`, `exports.use = (it) => $DONE;`],
  bind: [`exports.out = user.use.bind(null, late)();`, `exports.use = (it) => $DONE;`],
  reflect: [`exports.out = Reflect.apply(user.use, null, [late]);`, `exports.use = (it) => $DONE;`],
  tag: [`exports.out = user.use\`a\${late}b\`;`, `exports.use = (parts, it) => $DONE;`],
  element: [
    `const list = [];\nlist.push(late);\nexports.out = user.use(list);`,
    `exports.use = (list) => list.map((it) => $DONE)[0];`,
  ],
  nested: [`exports.out = user.use([[late]]);`, `exports.use = ([[it]]) => $DONE;`],
  map: [
    `exports.out = user.use(new Map([['k', late]]));`,
    `exports.use = (map) => { const it = map.get('k'); return $DONE; };`,
  ],
  returned: [
    `exports.out = user.use(() => late);`,
    `exports.use = (make) => { const it = make(); return $DONE; };`,
  ],
  passed: [`exports.out = user.use((then) => then(late));`, `exports.use = (give) => give((it) => $DONE);`],
  thrown: [
    `exports.out = user.use(() => { throw late; });`,
    `exports.use = (f) => { try { return f(); } catch (it) { return $DONE; } };`,
  ],
  callback: [`exports.out = [late].map(user.use)[0];`, `exports.use = (it) => $DONE;`],
  closure: [`exports.out = user.maker(late)();`, `exports.maker = (it) => () => $DONE;`],
  kept: [
    `user.add(late);\nexports.out = user.use();`,
    `const all = [];\nexports.add = (one) => { all.push(one); };\nexports.use = () => { const [it] = all; return $DONE; };`,
  ],
  keyed: [
    `user.add('k', late);\nexports.out = user.use('k');`,
    `const all = {};\nexports.add = (key, one) => { all[key] = one; };\nexports.use = (key) => { const it = all[key]; return $DONE; };`,
  ],
  weak: [
    `const key = {};\nuser.store.set(key, late);\nexports.out = user.use(key);`,
    `const store = new WeakMap();\nexports.store = store;\nexports.use = (key) => { const it = store.get(key); return $DONE; };`,
  ],
  member: [
    `user.box.it = late;\nexports.out = user.use();`,
    `const box = {};\nexports.box = box;\nexports.use = () => { const { it } = box; return $DONE; };`,
  ],
  exported: [
    `user.it = late;\nexports.out = user.use();`,
    `exports.it = null;\nexports.use = () => { const { it } = exports; return $DONE; };`,
  ],
  read: [
    `user.box.it = late;\nexports.out = user.out;`,
    `const box = {};\nmodule.exports = { box, get out() { const { it } = box; return $DONE; } };`,
  ],
  set: [
    `user.it = late;\nexports.out = user.last();`,
    `let last;\nmodule.exports = { set it(it) { last = $DONE; }, last() { return last; } };`,
  ],
  constructed: [
    `exports.out = new user.User(late).use();`,
    `exports.User = class { constructor(it) { this.it = it; } use() { const { it } = this; return $DONE; } };`,
  ],
  subclass: [
    `class Mine extends user.User { it() { return late; } }\nexports.out = new Mine().use();`,
    `exports.User = class { use() { const it = this.it(); return $DONE; } };`,
  ],
  prototype: [
    `function Mine() { this.it = late; }\nMine.prototype = Object.create(user.User.prototype);\nexports.out = new Mine().use();`,
    `function User() {}\nUser.prototype.use = function () { const { it } = this; return $DONE; };\nexports.User = User;`,
  ],
  converted: [
    `exports.out = \`\${new user.Wrap(late)}\`;`,
    `exports.Wrap = class { constructor(it) { this.it = it; } toString() { const { it } = this; return String($DONE); } };`,
  ],
  iterated: [
    `exports.out = [...user.each([late])][0];`,
    `exports.each = function* (list) { for (const it of list) yield $DONE; };`,
  ],
  event: [
    `user.bus.emit('it', late, (out) => { exports.out = out; });`,
    `const { EventEmitter } = require('events');\nconst bus = new EventEmitter();\nbus.on('it', (it, done) => done($DONE));\nexports.bus = bus;`,
  ],
  async: [
    `exports.out = [];\nuser.use(late, exports.out);`,
    `exports.use = async (it, out) => { out.push($DONE); };`,
  ],
  global: [
    `globalThis.lateObject = late;\nexports.out = user.use();`,
    `exports.use = () => { const it = globalThis.lateObject; return $DONE; };`,
  ],
  required: [
    `exports.it = late;\nexports.out = user.use();`,
    `exports.use = () => { const { it } = require('./maker'); return $DONE; };`,
  ],
  own: [`const use = (it) => $DONE;\nexports.out = use(late);`, `exports.maker = require('./maker');`],
  ownTop: [`const it = late;\nexports.out = $DONE;`, `exports.maker = require('./maker');`],
};

/**
 * What is done with it.
 *
 * @type {readonly string[]}
 */
const doings = [
  ...[
    `\`\${it}\``,
    `String.raw\`\${it}\``,
    "it + ''",
    'it - 0',
    "it == 'z'",
    'it < 1',
    '({})[it]',
    '({ [it]: 1 })',
    'it in {}',
  ],
  ...[
    "''.concat(it)",
    '[it].join()',
    '[it, it].sort().length',
    "'a'.replace('a', it)",
    "'a,b'.split(it)",
    "'abc'.includes(it)",
  ],
  ...[
    '/a/.test(it)',
    'String(it)',
    'Number(it)',
    'Math.max(it)',
    'parseInt(it)',
    'isNaN(it)',
    'new Date(it).getTime()',
  ],
  ...[
    'new Error(it).message',
    'Symbol(it).description',
    '[1, 2][it]',
    'JSON.stringify(it)',
    'it.toString()',
    'it.toLocaleString()',
  ],
  ...[
    '[...it]',
    '(() => { for (const x of it) return x; })()',
    '(() => { const [x] = it; return x; })()',
    'Array.from(it)',
  ],
  ...[
    'new Set(it).size',
    'it.x',
    'it?.x',
    "it['x'.trim()]",
    "Reflect.get(it, 'x')",
    '(() => { const { x } = it; return x; })()',
  ],
  ...[
    '({ ...it })',
    'Object.values(it)',
    'Object.entries(it)',
    'Object.assign({}, it)',
    'Object.keys(it)',
    "'x' in it",
  ],
  ...[
    '(() => { for (const k in it) return it[k]; })()',
    '({}) instanceof it',
    'it.run()',
    'it.next().value',
    'it.z',
  ],
  ...["require('util').format('%s', it)", "require('util').isDeepStrictEqual(it, { x: 1 })"],
];

/** @returns {Project[]} */
export function lateObjectProjects() {
  return Object.entries(objects).flatMap(([kind, making]) =>
    Object.entries(ways).flatMap(([way, [maker, user]]) =>
      doings.map((done) => ({
        name: `late object ${kind}, ${way}, ${done}`,
        files: {
          'package.json': '{ "private": true }\n',
          'main.js': shown,
          'maker.js': `exports.early = 1;\n${making}\nconst user = require('./user');\n${maker.replace('$DONE', () => done)}\nexports.end = 2;\n`,
          'user.js': `${user.replace('$DONE', () => done)}\n`,
          'seen.js': `exports.seen = Object.keys(require('./maker')).join();\n`,
        },
      })),
    ),
  );
}

const shown = `let out;
try {
  const { out: made } = require('./maker');
  // The text of a function names files, which may get other names.
  out = String(typeof made === 'object' ? JSON.stringify(made) : made).replace(/seen\\.cjs/, 'seen');
} catch (error) {
  out = error.constructor.name;
}
console.log(out);
`;
