exports.text = '// esmshift: keep';
