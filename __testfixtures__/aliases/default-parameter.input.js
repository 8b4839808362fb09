function add(key, target = exports) {
  target[key] = key;
}

add('a');
