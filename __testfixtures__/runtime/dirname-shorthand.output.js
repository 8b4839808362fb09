export default { __dirname: import.meta.dirname, __filename: import.meta.filename };
