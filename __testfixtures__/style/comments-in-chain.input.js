exports /* 1 */ = /* 2 */ module /* 3 */ .exports /* 4 */ = /* 5 */ main; /* 6 */
function main() {}
main.a = 1; // 7
