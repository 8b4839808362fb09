function own() {
  return exports;
}

own().a = 1;
