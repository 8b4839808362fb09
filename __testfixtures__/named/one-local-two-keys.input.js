function remove(list, item) {
  return list.filter((other) => other !== item);
}

exports.remove = remove;
exports.delete = remove;
