export default function parse(text) {
  return text.split(parse.separator);
}
parse.separator = ',';
parse.stringify = function (list) {
  return list.join(parse.separator);
};
