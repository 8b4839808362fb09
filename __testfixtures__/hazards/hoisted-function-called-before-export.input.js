const early = peek();

exports.value = 'set';

function peek() {
  return exports.value;
}

exports.early = early;
