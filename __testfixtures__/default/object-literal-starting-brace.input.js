module.exports = {}.toString;
