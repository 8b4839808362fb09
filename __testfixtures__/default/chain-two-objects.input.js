var lib = (module.exports = { helpers: {} });
lib.helpers.trim = (text) => String(text).trim();
