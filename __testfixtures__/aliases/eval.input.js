exports.a = 1;
eval('exports.b = 2');
