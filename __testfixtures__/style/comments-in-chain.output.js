export default /* 1 */ /* 2 */ /* 3 */ /* 4 */ /* 5 */main; /* 6 */
function main() {}
main.a = 1; // 7
