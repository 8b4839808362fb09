/** @type {import('../packages/worker.mjs').Work} */
export default async function runFlows(async) {
  const later = (value, done) => setTimeout(done, 5, null, value * 2);
  console.log(await new Promise((resolve) => async.map([1, 2, 3], later, (_, all) => resolve(all))));
  console.log(
    await new Promise((resolve) => {
      async.waterfall([(done) => done(null, 1), (one, done) => done(null, one + 1)], (error, result) =>
        resolve([error, result]),
      );
    }),
  );
  console.log(
    await new Promise((resolve) => {
      async.auto(
        {
          a: (done) => done(null, 'a'),
          b: ['a', (results, done) => done(null, `${results.a}b`)],
        },
        (error, results) => resolve([error, results]),
      );
    }),
  );
  const queue = async.queue((task, done) => {
    console.log('task', task);
    done();
  }, 1);
  for (const task of [1, 2, 3]) queue.push(task);
  await new Promise((resolve) => {
    const drained = () => resolve(undefined);
    // Version 3 takes it as an argument, version 2 as a property.
    if (queue.drain.length > 0) queue.drain(drained);
    else queue.drain = drained;
  });
  console.log(
    await new Promise((resolve) =>
      async.parallel([async.constant(1), async.timeout((done) => setTimeout(done, 50), 1)], (error) =>
        resolve(String(error)),
      ),
    ),
  );
}
