module.exports = /^v(\d+)$/;
