exports.started = !module.parent;
exports.answer = () => (exports.started ? 'started' : 'required');
