export default main;

function main(n) {
  return helper(n) + 1;
}

function helper(n) {
  return n || 0;
}
