exports.isNew = new.target !== undefined;
