exports.verbose = false;
