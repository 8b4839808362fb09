/** @type {import('../packages/worker.mjs').Work} */
export default async function promise(Bluebird) {
  console.log(await Bluebird.map([3, 1, 2], (n) => Bluebird.delay(n).return(n * 2), { concurrency: 2 }));
  console.log(
    await Bluebird.props({ a: 1, b: Bluebird.resolve(2) }),
    await Bluebird.reduce([1, 2, 3], (a, b) => a + b),
  );
  const read = Bluebird.promisify((text, done) => setImmediate(done, null, `${text}!`));
  console.log(await read('hello'), await Bluebird.any([Bluebird.reject(new Error('x')), 5]));
  console.log(
    await Bluebird.delay(50)
      .timeout(5, 'too late')
      .catch(Bluebird.TimeoutError, (error) => String(error)),
  );
  console.log(
    await Bluebird.using(
      Bluebird.resolve('r').disposer((r) => console.log('closed', r)),
      (r) => `used ${r}`,
    ),
  );
  console.log(
    await Bluebird.coroutine(function* () {
      return (yield Bluebird.resolve(1)) + 1;
    })(),
  );
  const api = Bluebird.promisifyAll({ get: (done) => done(null, 'got') });
  console.log(
    await api.getAsync(),
    await Bluebird.mapSeries(['a', 'b'], (x) => x + x),
    await Bluebird.resolve([1, 2]).spread((a, b) => a + b),
  );
  console.log(
    await Bluebird.reject(new Bluebird.OperationalError('op')).error((error) => error.message),
    Bluebird.version === undefined,
  );
}
