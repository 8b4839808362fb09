exports.set = typeof maybe === 'undefined' ? (maybe = 1) : maybe;
