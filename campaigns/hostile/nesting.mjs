// @ts-check
/** Texts that are deep, long or many times the same: what makes recursion overflow and careless searches quadratic. */

/**
 * @param {number} size how deep, and how often
 * @returns {Readonly<Record<string, string>>}
 */
export function nestedTexts(size) {
  const times = (/** @type {string} */ text) => text.repeat(size);
  const each = (/** @type {(index: number) => string} */ text) =>
    Array.from({ length: size }, (_, index) => text(index));
  const nested = (/** @type {string} */ open, /** @type {string} */ inner, /** @type {string} */ close) =>
    times(open) + inner + times(close);
  /** Expressions, exported. */
  const values = {
    parentheses: nested('(', '1', ')'),
    arrays: nested('[', '', ']'),
    objects: nested('{a:', '1', '}'),
    spreads: nested('[...', '[]', ']'),
    calls: `x${times('()')}`,
    'calls in calls': nested('x(', '1', ')'),
    members: `x${times('.a')}`,
    'computed members': `x${times('[0]')}`,
    'optional members': `x${times('?.a')}`,
    templates: nested('`${', '1', '}`'),
    'tagged templates': `x${times('``')}`,
    functions: nested('function () { return ', '1', '}'),
    'arrow functions': `${times('() => ')}1`,
    'functions as defaults': nested('(a = ', '1', ') => 1'),
    classes: nested('class { static x = ', '1', '}'),
    sums: `${times('1 + ')}1`,
    powers: `${times('2 ** ')}1`,
    alternatives: `${times('x || ')}1`,
    conditions: `${times('x ? 1 : ')}1`,
    'conditions in conditions': nested('x ? ', '1', ' : 2'),
    sequences: `(${times('1, ')}1)`,
    negations: `${times('!')}1`,
    constructions: `${times('new ')}x`,
    awaits: `async () => ${times('await ')}1`,
    yields: `function* () { ${times('yield ')}1; }`,
    elements: nested('<a>', '', '</a>'),
    'groups of a regular expression': `/${nested('(', '', ')')}/`,
    comments: `${times('/**/')}1`,
    backslashes: `'${times('\\\\')}'`,
    'white space': `${times('\u3000')}1${times(' ')}`,
    'concatenated specifiers': `require('./'${times(" + 'a'")})`,
    'alternative requires': `${times("require('a') || ")}1`,
    'conditional requires': `${times("x ? require('a') : ")}1`,
    'calls of what is required': `require('a')${times('()')}`,
    'requires of what is required': `${times("require('a')(")}1${times(')')}`,
    'requires in a row': `(${times("require('a'), ")}1)`,
  };
  return {
    ...Object.fromEntries(
      Object.entries(values).map(([name, text]) => [name, `var x;\nexports.a = ${text};\n`]),
    ),
    blocks: `exports.a = 1;\n${nested('{', '', '}')}`,
    ifs: `exports.a = 1;\n${times('if (this) ')};`,
    'else ifs': `${times('if (this) exports.a = 1; else ')}exports.a = 2;`,
    loops: `exports.a = 1;\n${times('while (this) ')};`,
    labels: `exports.a = 1;\n${each((index) => `l${index}: `).join('')};`,
    switches: nested('switch (1) { case 1: ', 'exports.a = 1;', '}'),
    tries: nested('try { ', 'exports.a = 1;', '} catch {}'),
    'functions that are called': nested('(function () { var a = 1; ', 'exports.a = 1;', '})();'),
    patterns: `const ${nested('{ a: ', 'b', ' }')} = require('a');\nexports.b = b;`,
    assignments: `${times('exports.a = ')}1;`,
    'assignments of all': `${times('module.exports = ')}1;`,
    'assignments of all, one after the other': times('module.exports = {}; exports = module.exports;\n'),
    'assignments of one key': times('exports.a = 1;\n'),
    aliases: `var a0 = exports;\n${each((index) => `var a${index + 1} = a${index};\n`).join('')}a${size}.x = 1;`,
    keys: each((index) => `exports.k${index} = ${index};`).join('\n'),
    'keys that call each other': each(
      (index) => `exports.k${index} = function () { return exports.k${(index + 1) % size}(); };`,
    ).join('\n'),
    'names in functions': each(
      (index) =>
        `function f${index}() { var a${index}; return exports.a${index}; }\nexports.a${index} = f${index};`,
    ).join('\n'),
    requires: each((index) => `var a${index} = require('./a${index}');`).join('\n'),
    'requires of one file in one declaration': `var ${each((index) => `a${index} = require('./m')`).join(', ')};`,
    'empty statements': `exports.a = 1;${times(';')}`,
    'empty lines': `${times('\n')}exports.a = 1;${times('\r\n')}`,
    'a long line comment': `exports.a = 1; //${times(' /')}\n`,
    'a long block comment': `/*${times('* ')}*/ exports.a = 1;`,
    'a comment that does not end': `exports.a = 1; /*${times(' *')}`,
    'a template that does not end': `exports.a = ${times('`${')}`,
    'a long hashbang': `#!${times(' ')}/usr/bin/env node\nexports.a = 1;`,
    'comments behind a directive': `'use strict'${times('/* */')};\nexports.a = 1;`,
    'HTML comments': `exports.a = 1;\n${times('<!-- ')}\n`,
    'answers in comments': `${times('// esmshift: ')}\nexports.a = 1;`,
    'an address of a source map': `exports.a = 1;\n//# sourceMappingURL=${times(' ')}`,
    'a specifier of steps': `require('./${times('../')}a');\nrequire('@${times('a')}/${times('/')}');`,
    'escapes in a name': `exports.${times('\\u0061')} = 1;`,
    'byte order marks': `${times('\ufeff')}exports.a = 1;`,
  };
}
