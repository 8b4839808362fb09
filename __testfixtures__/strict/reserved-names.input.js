var package = 1;
var interface = 2;

exports.sum = package + interface;
