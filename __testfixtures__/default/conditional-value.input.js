module.exports = process.platform === 'never' ? { sep: '\\' } : { sep: '/' };
