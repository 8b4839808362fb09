/** @type {import('../packages/worker.mjs').Work} */
export default function fake(sinon) {
  const api = { get: (n) => n * 2, name: 'api' };
  const sandbox = sinon.createSandbox();
  const spy = sandbox.spy(api, 'get');
  api.get(4);
  console.log(spy.calledOnceWith(4), spy.returnValues, spy.getCall(0).toString());
  spy.restore();
  const stub = sandbox.stub(api, 'get');
  stub.withArgs(1).returns('one').onSecondCall().throws(new TypeError('twice'));
  stub.callThrough();
  console.log(api.get(1), api.get(3));
  const clock = sandbox.useFakeTimers(0);
  setTimeout(() => console.log('fired at', Date.now()), 1000);
  clock.tick(1500);
  sandbox.restore();
  const mock = sinon.mock(api);
  mock.expects('get').once().withExactArgs(2).returns(9);
  console.log(api.get(2), mock.verify());
  try {
    sinon.assert.calledWith(sinon.fake(), sinon.match({ a: 1 }));
  } catch (error) {
    console.log(error.name, error.message);
  }
  console.log(sinon.match.array.deepEquals([1]).toString(), Object.keys(sinon).sort().join(' '));
}
