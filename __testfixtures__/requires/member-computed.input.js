const join = require('path')['join'];
const inspect = require('util')['inspect'].custom;

console.log(join('a'), typeof inspect);
