function pick_1() {
  return 1;
}
function pick() {
  return 2;
}

const pick_2 = pick;
export { pick_2 as pick };
