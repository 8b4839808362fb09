var shared = (exports.first = exports.second = { shared: true });
shared.changed = exports.first === exports.second;
