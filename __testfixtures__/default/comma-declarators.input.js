var a = 1, b = module.exports = { a: a }, c = 3;
b.c = c;
