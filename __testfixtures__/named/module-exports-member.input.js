module.exports.first = 1;
module.exports['second'] = 2;
module['exports'].third = 3;
module['exports']["fourth"] = 4;
