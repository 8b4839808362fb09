import { alone } from './alone.ts';
import type { DiagnosticEntry } from './entry.ts';

const nothingToDo = () => 'Nothing has to be done: the replacement means the same.';

/** What strict mode rejects or changes, and what is therefore replaced by something that means the same. */
export const strictMends = {
  'strict-octal': {
    severity: 'note',
    title: 'An old octal number or escape is written in the modern way',
    message: () => 'Modules are strict, and strict code has no `010` and no `\\101`.',
    help: nothingToDo,
    explanation:
      'Numbers with a leading zero and octal escapes are syntax errors in strict mode code (ECMA-262 §12.9.3, §12.9.4.1). `0o10` and `\\x41` have the same values.',
    example: alone("console.log(010, 'A\\102');\n"),
  },
  'strict-global-assignment': {
    severity: 'note',
    title: 'A global made by assignment is made a property of globalThis',
    message: () => 'Assigning to an undeclared name makes a global in sloppy code and throws in a module.',
    help: () => 'The global is kept as it was. Declare the variable in the source if nobody else uses it.',
    explanation:
      'In sloppy code `total = 1` makes a property of the global object where nothing declares `total`; in strict code it throws a ReferenceError (ECMA-262 §6.2.5.6 PutValue). `globalThis.total = 1` does what the sloppy code did, for whoever reads the global.',
    example: alone('for (i = 0; i < 2; i++);\nconsole.log(i);\n'),
  },
  'strict-renamed': {
    severity: 'note',
    title: 'A variable has a name that modules reserve',
    message: () => 'This name is reserved in modules, so the variable gets another one.',
    help: nothingToDo,
    explanation:
      'implements, interface, let, package, private, protected, public, static and yield are reserved in strict mode code, and await wherever the goal is a module (ECMA-262 §12.7.2). A variable can have any other name.',
    example: alone("var package = { version: '1.0.0' };\nconsole.log(package.version);\n"),
  },
  'strict-callee-named': {
    severity: 'note',
    title: 'arguments.callee is replaced by the name of the function',
    message: () => '`arguments.callee` throws in a module; the function is called by its name.',
    help: nothingToDo,
    explanation:
      'The arguments object of a strict function has an accessor `callee` that throws (ECMA-262 §10.4.4.6). Where the function has a name that nothing assigns to, the name is the same function.',
    example: alone(
      'function factorial(n) { return n < 2 ? 1 : n * arguments.callee(n - 1); }\nconsole.log(factorial(4));\n',
    ),
  },
  'strict-global-this': {
    severity: 'note',
    title: 'this of a function that is only called plainly is written as globalThis',
    message: () => '`this` is the global object here in sloppy code, but `undefined` in a module.',
    help: nothingToDo,
    explanation:
      'A sloppy function that is called without an object gets the global object as `this`, a strict one gets `undefined` (ECMA-262 §10.2.1.2 OrdinaryCallBindThis). Every call of this function is in the file, and none gives it an object.',
    example: alone('var root = (function () { return this; })();\nconsole.log(typeof root.setTimeout);\n'),
  },
  'strict-this-or-global': {
    severity: 'note',
    title: 'A function that uses this may be called without an object',
    message: () =>
      '`this` is the global object in a plain call of sloppy code, but `undefined` in a module, so it is replaced by either.',
    help: () => 'Nothing has to be done. Write `this` again where you know that there always is an object.',
    explanation:
      'A sloppy function that is called without an object gets the global object as `this`, a strict one gets `undefined` (ECMA-262 §10.2.1.2 OrdinaryCallBindThis). This function may be called with an object and without one; `this ?? globalThis` is in a module what `this` was.',
    example: alone(
      'function size() { return typeof this; }\nvar box = { size: size };\nconsole.log(size(), box.size());\n',
    ),
  },
  'strict-this-object': {
    severity: 'note',
    title: 'A function that uses this may be called on a primitive value',
    message: () =>
      '`this` is an object around the primitive value in sloppy code, but the value in a module, so the object is made.',
    help: () =>
      'Nothing has to be done. Write `this` again where the value is meant, and where nothing tells it from the object.',
    explanation:
      'A sloppy function that is called on a primitive value, as a method of `String.prototype` is, gets an object around it as `this`; a strict one gets the value (ECMA-262 §10.2.1.2 OrdinaryCallBindThis). Its type, its identity and its truth differ. `Object(this)` makes such an object, and gives any other object as it is (§20.1.1.1); where `this` is used more than once in a call, a variable keeps it.',
    example: alone(
      "String.prototype.kind = function () { return typeof this; };\nconsole.log('text'.kind());\n",
    ),
  },
  'strict-silent-attempt': {
    severity: 'note',
    title: 'An assignment or deletion that may silently fail is made one that tells, and nobody asks',
    message: () =>
      'Sloppy code goes on where this fails, a module throws; `Reflect` does the same and goes on as before.',
    help: () =>
      'Nothing has to be done. Remove it where it always fails, or write it plainly where it never does.',
    explanation:
      'Sloppy code ignores an assignment to a constant property, to a property without a setter or to what is frozen, and a deletion of what is not configurable; strict code throws a TypeError (ECMA-262 §6.2.5.6 PutValue, §13.5.1.2). `Reflect.set` and `Reflect.deleteProperty` try the same and tell by their result whether it worked (§28.1.13, §28.1.4).',
    example: alone(
      "function send() {}\nsend.name = 'deliver';\ndelete send.prototype;\nconsole.log(send.name, typeof send.prototype);\n",
    ),
  },
  'strict-deleted-name': {
    severity: 'note',
    title: 'delete of a plain name is written out',
    message: () => '`delete` of a plain name is a syntax error in a module.',
    help: nothingToDo,
    explanation:
      'In sloppy code `delete name` gives `false` for everything that is declared, and deletes the property of the global object otherwise; strict code rejects it (ECMA-262 §13.5.1.1).',
    example: alone('globalThis.cache = 1;\ndelete cache;\nconsole.log(typeof cache);\n'),
  },
  'strict-duplicate-parameter': {
    severity: 'note',
    title: 'An earlier parameter of the same name gets another one',
    message: () =>
      'Two parameters cannot have the same name in a module; the last one is the one that counts.',
    help: nothingToDo,
    explanation:
      'Sloppy functions may repeat a parameter; the name then means the last one. In strict mode code that is a syntax error (ECMA-262 §15.2.1).',
    example: alone('function last(_, _) { return _; }\nconsole.log(last(1, 2));\n'),
  },
  'strict-arguments-synced': {
    severity: 'note',
    title: 'An element of arguments follows its parameter',
    message: () =>
      'In sloppy code this parameter and its element of `arguments` are one variable; in a module, what writes to one of them writes to the other, too.',
    help: () =>
      'Nothing has to be done. Name another variable, or take the arguments as `...rest`, where you find the code again.',
    explanation:
      'The arguments object of a sloppy function with plain parameters is mapped: its elements, as far as the caller gave them, are the parameters (ECMA-262 §10.4.4). In strict code it is not (§10.4.4.6).',
    example: alone(
      "function join(separator) {\n  separator = separator || '-';\n  return [].slice.call(arguments, 1).join(arguments[0]);\n}\nconsole.log(join('', 1, 2));\n",
    ),
  },
  'strict-labelled-function': {
    severity: 'note',
    title: 'The label of a function is removed',
    message: () =>
      'A function declaration cannot carry a label in a module, and nothing could ever jump to it.',
    help: nothingToDo,
    explanation:
      'Labels before function declarations are allowed in sloppy code only (ECMA-262 §14.13.1). `break` and `continue` cannot name them, since they do not cross functions.',
    example: alone('helper: function help() { return 1; }\nconsole.log(help());\n'),
  },
  'strict-function-clause': {
    severity: 'note',
    title: 'A function that is the branch of an if gets a block',
    message: () => 'A function declaration cannot be the branch of an `if` in a module.',
    help: nothingToDo,
    explanation:
      'Sloppy code takes `if (x) function f() {}` as if the function stood in a block of its own (ECMA-262 Annex B.3.3). Strict code wants the block to be written.',
    example: alone("if (true) function unused() {}\nconsole.log('ran');\n"),
  },
  'strict-html-comment': {
    severity: 'note',
    title: 'A comment in the manner of HTML becomes a line comment',
    message: () => 'Modules do not take `<!--` and `-->` for comments.',
    help: nothingToDo,
    explanation: 'ECMA-262 Annex B.1.1 gives these comments to scripts only; in a module they are operators.',
    example: alone("<!-- hidden from old browsers\nconsole.log('shown');\n--> end\n"),
  },
  'strict-new-target': {
    severity: 'note',
    title: 'new.target at the top of the file is written as undefined',
    message: () =>
      '`new.target` is always `undefined` at the top of a CommonJS file, and a syntax error in a module.',
    help: nothingToDo,
    explanation:
      'A CommonJS file is the body of a function that Node calls without `new`; a module is no function (ECMA-262 §16.2.1.1).',
    example: alone('console.log(new.target);\n'),
  },
  'strict-declared-twice': {
    severity: 'note',
    title: 'A name of the top level is declared as a function and once more',
    message: () =>
      'A function at the top of a module cannot be declared again; the last function is the one that counts.',
    help: nothingToDo,
    explanation:
      'The body of a function treats its function declarations like `var`, so that a CommonJS file may repeat them; at the top of a module they are lexical, and a second declaration of the name is a syntax error (ECMA-262 §16.2.1.1). The function that counted keeps the name; a `var` beside it becomes an assignment.',
    example: alone(
      "function greet() { return 'first'; }\nfunction greet() { return 'second'; }\nconsole.log(greet());\n",
    ),
  },
} as const satisfies Record<string, DiagnosticEntry>;
