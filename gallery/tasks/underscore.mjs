/** @type {import('../packages/worker.mjs').Work} */
export default function transform(_) {
  console.log(
    _.chain([3, 1, 2])
      .sortBy(_.identity)
      .map((n) => n * 2)
      .value(),
    _([1, 2]).contains(2),
  );
  console.log(
    _.template('<% _.each(xs, function (x) { %><%- x %>,<% }) %>')({ xs: ['<', 'a'] }),
    _.groupBy([1.2, 1.8, 2.1], Math.floor),
  );
  _.mixin({ shout: (text) => text.toUpperCase() });
  console.log(_('quiet').shout(), _.isEqual({ a: [1] }, { a: [1] }), _.VERSION, _.functions(_).length);
}
