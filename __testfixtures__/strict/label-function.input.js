exports.a = 1;
foo: function bar() {}
