// 1
/* 2 */ module /* 3 */ . /* 4 */ exports /* 5 */ = /* 6 */ main /* 7 */ ; // 8
/* 9 */
function main() {
  /* 10 */
}
// 11
