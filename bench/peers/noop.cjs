/**
 * The least that a transform of jscodeshift can do: parse and print.
 *
 * @type {import('jscodeshift').Transform}
 */
module.exports = ({ source }, { jscodeshift }) => jscodeshift(source).toSource();
