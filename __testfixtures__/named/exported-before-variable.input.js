// `var` is hoisted: the export is `undefined`, and stays so.
exports.early = late;
var late = 'assigned afterwards';
exports.late = late;
