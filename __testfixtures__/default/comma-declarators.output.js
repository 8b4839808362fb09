var a = 1, b = { a: a }, c = 3;
b.c = c;

export default b;
