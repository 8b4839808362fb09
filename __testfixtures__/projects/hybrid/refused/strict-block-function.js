if (require('../lib/plain').label) {
  function helper() {
    return 'hoisted';
  }
}
exports.helped = () => helper();
