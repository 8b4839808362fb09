// 1
/* 2 */ export default /* 3 */ /* 4 */ /* 5 */ /* 6 */main /* 7 */ ; // 8
/* 9 */
function main() {
  /* 10 */
}
// 11
