const { twice } = require('../lib/plain');
const Counter = require('../lib/counter');

function register(target) {
  target.four = twice(2);
  target.counter = () => new Counter() instanceof Counter;
}
register(exports);
exports.own = 1;
