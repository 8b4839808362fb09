import { alone } from './alone.ts';
import type { DiagnosticEntry } from './entry.ts';

/** What strict mode rejects or changes, where no replacement is certain to mean the same. */
export const strictRefusals = {
  'strict-undeclared': {
    severity: 'refusal',
    title: 'A global is made by assignment, and globalThis means something else here',
    message: (args) => `Assigning to \`${args.name}\`, which nothing declares, throws in a module.`,
    help: (args) => `Declare \`${args.name}\`, or rename the file's own variable \`globalThis\`.`,
    explanation:
      'In sloppy code an assignment to an undeclared name makes a property of the global object; in strict code it throws a ReferenceError (ECMA-262 §6.2.5.6 PutValue). It would be written as `globalThis.name = …`, but the file has a variable of that name.',
    example: alone('var globalThis = {};\ncount = 1;\nconsole.log(count);\n'),
  },
  'strict-reserved-name': {
    severity: 'refusal',
    title: 'A name is reserved in modules and cannot be changed unseen',
    message: (args) => `\`${args.name}\` is a reserved word in a module.`,
    help: (args) => `Rename \`${args.name}\` in the source.`,
    explanation:
      'Modules are strict, which reserves implements, interface, let, package, private, protected, public, static and yield, and they reserve await besides (ECMA-262 §12.7.2). A variable is renamed without asking; the name of a function or class is seen by whoever reads its `name`, and a global has that name for everybody.',
    example: alone('function package() {}\nconsole.log(package.name);\n'),
  },
  'strict-read-only': {
    severity: 'refusal',
    title: 'An assignment that has silently failed throws in a module',
    message: (args) => `\`${args.name}\` cannot be written here: sloppy code goes on, a module throws.`,
    help: () =>
      'Remove the assignment, which has no effect, or make the property writable; a `set` trap of a proxy has to return true. Where it is a statement of its own, and what it writes to is an object, it is mended.',
    explanation:
      'Sloppy code ignores an assignment to a constant property, to a property without a setter (streams of Node have many), to what is frozen, to a property of a primitive value and to the own name of a function expression, and one for which the trap of a proxy does not return true. Strict code throws a TypeError (ECMA-262 §10.1.9.2, §10.5.9, §9.1.1.1.5).',
    example: alone("var label = 'ready';\nlabel.size = 5;\nconsole.log(label.size);\n"),
  },
  'strict-name-as-target': {
    severity: 'refusal',
    title: 'eval or arguments is declared or assigned to',
    message: (args) => `\`${args.name}\` can be neither declared nor assigned to in a module.`,
    help: () => 'Use a variable of another name.',
    explanation: 'ECMA-262 §13.1.1 makes eval and arguments no targets in strict mode code.',
    example: alone(
      'function first(list) { arguments = list; return arguments[0]; }\nconsole.log(first([1]));\n',
    ),
  },
  'strict-callee': {
    severity: 'refusal',
    title: 'arguments.callee of a function without a certain name',
    message: () =>
      '`arguments.callee` throws in a module, and the function has no name that could stand for it.',
    help: () => 'Give the function a name and call it by that.',
    explanation:
      'The arguments object of a strict function has an accessor `callee` that throws (ECMA-262 §10.4.4.6). A name that we gave the function would be seen as its `name`.',
    example: alone(
      'console.log([3].map(function (n) { return n < 2 ? 1 : n * arguments.callee(n - 1); }));\n',
    ),
  },
  'strict-function-caller': {
    severity: 'refusal',
    title: 'caller or arguments of a function',
    message: (args) => `\`${args.key}\` of a function throws in a module.`,
    help: () => 'Hand over what is needed as a parameter.',
    explanation:
      'Strict functions have no `caller` and no `arguments`; reading them reaches an accessor that throws (ECMA-262 §10.2.4, §20.2.4).',
    example: alone('function inner() { return typeof inner.caller; }\nconsole.log(inner());\n'),
  },
  'strict-read-as-caller': {
    severity: 'refusal',
    title: 'Its functions are read as callers',
    message: (args) =>
      `\`${args.path}\` asks which function has called one of its own; where that is one of a module, it gets null.`,
    help: () => 'Hand over what it needs to know of its caller as a parameter.',
    explanation:
      'A function of sloppy code has a property `caller`, which Node sets while it is called. It never gives a strict function (ECMA-262 §17.1), and all functions of modules are strict.',
    example: {
      files: {
        'main.js':
          "const name = require('./name.js');\nfunction start() { return name(); }\nconsole.log(start());\n",
        'name.js': 'module.exports = function name() { return name.caller && name.caller.name; };\n',
      },
      file: 'main.js',
      naive: {
        'main.mjs':
          "import name from './name.cjs';\nfunction start() { return name(); }\nconsole.log(start());\n",
        'name.cjs': 'module.exports = function name() { return name.caller && name.caller.name; };\n',
      },
    },
  },
  'strict-function-keys': {
    severity: 'refusal',
    title: 'A function is asked for its own keys',
    message: () => 'A sloppy function has own properties `arguments` and `caller`, one of a module has not.',
    help: () => 'Use `Object.keys`, or leave out `arguments` and `caller`.',
    explanation:
      'Node gives functions of sloppy code two own properties that are not enumerable, `arguments` and `caller`; functions of strict code may not have them (ECMA-262 §17.1). `Object.getOwnPropertyNames`, `Reflect.ownKeys` and `hasOwnProperty` tell the difference.',
    example: alone('function f() {}\nconsole.log(Object.getOwnPropertyNames(f).length);\n'),
  },
  'strict-arguments-alias': {
    severity: 'refusal',
    title: 'A parameter and its element of arguments are used as one variable',
    message: (args) =>
      `The parameter \`${args.name}\` and \`arguments[${args.index}]\` are one variable in sloppy code, but two in a module.`,
    help: () => 'Write a variable of its own instead of the parameter, or pass the parameters on by name.',
    explanation:
      'In a sloppy function with plain parameters the elements of `arguments` are the parameters themselves: a change of one is seen in the other. A strict function gets a copy (ECMA-262 §10.4.4). Here one is written, in another way than by a statement of its own, and the other may be read afterwards.',
    example: alone('function total(a) { return (a = a || 1) + arguments[0]; }\nconsole.log(total(0));\n'),
  },
  'strict-eval': {
    severity: 'refusal',
    title: 'eval runs code that would become strict',
    message: () =>
      'The code given to `eval` would be strict in a module and could no longer declare variables here.',
    help: () =>
      'Use `(0, eval)(code)` or `new Function(code)`, which stay sloppy and global, if the code allows it.',
    explanation:
      'Code in a direct eval is strict where the code around it is, and then has variables of its own (ECMA-262 §19.2.1.1 PerformEval).',
    example: alone("eval('var made = 1');\nconsole.log(typeof made);\n"),
  },
  'strict-this': {
    severity: 'refusal',
    title: 'A function that uses this is called without an object',
    message: () => '`this` is the global object in a plain call of sloppy code, and `undefined` in a module.',
    help: () => 'Call the function with an object, or give the variable `globalThis` another name.',
    explanation:
      'A sloppy function that is called without an object gets the global object as `this`, a strict one gets `undefined` (ECMA-262 §10.2.1.2 OrdinaryCallBindThis). `globalThis` could stand for it, but is a variable of this file.',
    example: alone(
      'var globalThis = {};\nfunction size() { return typeof this; }\nvar box = { size: size };\nconsole.log(size(), box.size(), globalThis);\n',
    ),
  },
  'strict-this-primitive': {
    severity: 'refusal',
    title: 'A method of a primitive value looks at this itself',
    message: (args) =>
      `\`this\` is a ${args.wrapper} object here in sloppy code, but the primitive value in a module.`,
    help: () => 'Write `Object(this)` where the object is meant, or `this.valueOf()` where the value is.',
    explanation:
      'A sloppy function that is called on a primitive value gets an object around it as `this`, a strict one gets the value (ECMA-262 §10.2.1.2). Its type, its identity and its truth differ. `Object(this)` could stand for it, but `Object` is a variable of this file, `this` is used in parameters and again or beside `super`, or a property is written that a String object does not let be written.',
    example: alone(
      "var Object = String;\nString.prototype.kind = function () { return typeof this; };\nconsole.log('text'.kind(), typeof Object(1));\n",
    ),
  },
  'strict-delete': {
    severity: 'refusal',
    title: 'A delete that has silently failed throws in a module',
    message: (args) => `Deleting \`${args.name}\` throws in a module.`,
    help: () =>
      'Remove the `delete`, which has no effect, or use `Reflect.deleteProperty`, which does not throw.',
    explanation:
      'Sloppy code gets `false` from `delete` of a property that is not configurable; strict code gets a TypeError (ECMA-262 §13.5.1.2), and a syntax error for a plain name.',
    example: alone('var Reflect = {};\nfunction Shape() {}\nconsole.log(delete Shape.prototype);\n'),
  },
  'strict-with': {
    severity: 'refusal',
    title: 'with is a syntax error in a module',
    message: () => 'Modules are strict, and strict code has no `with`.',
    help: () => 'Name the object at each use.',
    explanation:
      'Inside of `with` only running the program tells whether a name is a variable or a property, so that it cannot be written out (ECMA-262 §14.11).',
    example: alone('with ({ colour: "red" }) console.log(colour);\n'),
  },
  'strict-block-function': {
    severity: 'refusal',
    title: 'A function declared in a block is used outside of it',
    message: (args) => `\`${args.name}\` is declared in a block, and a module knows it in that block only.`,
    help: (args) =>
      `Declare \`var ${args.name}\` outside and assign a function expression to it in the block.`,
    explanation:
      'Sloppy code makes a function in a block a variable of the function around it as well, and sets it when the block is entered (ECMA-262 Annex B.3.2). Strict code does not.',
    example: alone('if (true) { function helper() { return 1; } }\nconsole.log(typeof helper);\n'),
  },
  'strict-declared-again': {
    severity: 'refusal',
    title: 'A function is declared again where a module forbids it',
    message: (args) => `\`${args.name}\` is declared more than once, which is a syntax error in a module.`,
    help: () => 'Remove the declaration that does not count: the last function is the one that does.',
    explanation:
      'Sloppy code may repeat a function in a block (ECMA-262 Annex B.3.4), and a CommonJS file, being the body of a function, may have a `var` of the same name at its top. In a module both are syntax errors (§14.2.1, §16.2.1.1).',
    example: alone(
      '{\n  function pick() { return 1; }\n  function pick() { return 2; }\n  console.log(pick());\n}\n',
    ),
  },
  'strict-label': {
    severity: 'refusal',
    title: 'A function carries a label with a comment behind it',
    message: (args) => `The label \`${args.name}\` of a function is a syntax error in a module.`,
    help: () => 'Remove the label, to which nothing can jump.',
    explanation:
      'Labels before function declarations are allowed in sloppy code only (ECMA-262 §14.13.1). It would be removed, but for the comment that stands between the label and the function.',
    example: alone('helper: /* kept */ function help() { return 1; }\nconsole.log(help());\n'),
  },
  'strict-for-in-initialiser': {
    severity: 'refusal',
    title: 'The variable of a for-in loop has an initialiser',
    message: () => 'An initialiser in the head of a `for-in` loop is a syntax error in a module.',
    help: () => 'Assign the value in a statement before the loop.',
    explanation: 'ECMA-262 Annex B.3.5 allows it in sloppy code only.',
    example: alone('for (var key = 0 in {});\nconsole.log(key);\n'),
  },
} as const satisfies Record<string, DiagnosticEntry>;
