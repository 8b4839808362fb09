var lib = { helpers: {} };
lib.helpers.trim = (text) => String(text).trim();

export default lib;
