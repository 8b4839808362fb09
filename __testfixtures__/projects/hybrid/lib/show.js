const util = require('util');

/** What a module gives, and what its functions return. */
exports.show = function (name, value) {
  console.log(name, typeof value, util.inspect(value, { depth: 1, sorted: false }));
  for (const key of Object.keys(value)) if (typeof value[key] === 'function') report(key, value[key]);
};

function report(key, run) {
  try {
    console.log('  ' + key, util.inspect(run(1, 2)));
  } catch (error) {
    console.log('  ' + key, error.name, error.code);
  }
}
