module.exports = { __dirname, __filename };
