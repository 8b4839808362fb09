var __proto__ = 1;
var toString = () => 'own';

exports.hasOwnProperty = toString();
exports.valueOf = __proto__;
