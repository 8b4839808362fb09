export const tag = (strings, ...values) => strings.raw.join('|') + values.length;
export const tagged = tag`a${1}b`;
