exports.html = '<a href="exports.b">require("x")</a>';
