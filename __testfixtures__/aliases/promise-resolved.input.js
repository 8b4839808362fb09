exports.ready = Promise.resolve().then(() => exports);
