// One file of each kind that stays CommonJS, required in every way there is; and two that make their keys, but are one object.
const escape = require('../refused/exports-escape');
const { total: calleeTotal, ...calleeRest } = require('../refused/strict-callee');
const aliased = require('../refused/strict-arguments-alias.js');

module.exports = {
  escape,
  callee: { calleeTotal, calleeRest },
  aliased,
  computed: require('./computed-keys'),
  defined: require('./defined-keys'),
  assignedLate: require('../refused/exports-assigned-late'),
  scope: require('../refused/dynamic-scope'),
  scoped: require('../refused/strict-with'),
  returned: require('../refused/top-level-return'),
  fresh: require('../refused/require-cache'),
  shout: require('../refused/require-extensions'),
  children: require('../refused/module-children'),
  paths: require('../refused/module-paths'),
  replaced: require('../refused/require-replaced'),
  handed: require('../refused/module-escape'),
  thenable: { run: () => require('../refused/exports-then').then((value) => value) },
  frozen: require('../refused/strict-read-only'),
  hoisted: require('../refused/strict-block-function'),
  caller: require('../refused/strict-function-caller'),
  kept: require('../refused/kept-by-user'),
  proto: require('../refused/exports-proto'),
  text: require('../refused/function-text'),
};
