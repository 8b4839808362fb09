export const html = '<a href="exports.b">require("x")</a>';
