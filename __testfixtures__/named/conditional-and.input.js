process.argv.length > 100 && (exports.sometimes = 2);
