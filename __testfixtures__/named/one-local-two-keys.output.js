function remove(list, item) {
  return list.filter((other) => other !== item);
}

export { remove, remove as delete };
