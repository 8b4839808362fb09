var doomed = 1;
exports.gone = delete doomed;
