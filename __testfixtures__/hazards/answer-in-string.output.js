export const text = '// esmshift: keep';
