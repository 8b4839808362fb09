function exports() {}

exports.a = 1;
