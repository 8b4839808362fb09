function add(target) {
  target.added = 1;
}

exports.own = 1;
add(exports);
