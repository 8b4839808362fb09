/** @type {import('../packages/worker.mjs').Work} */
export default function assertThings(chai) {
  const { expect, assert } = chai;
  chai.should();
  chai.use((_, utils) =>
    utils.addProperty(chai.Assertion.prototype, 'even', function () {
      this.assert(this._obj % 2 === 0, 'expected #{this} to be even', 'expected #{this} to be odd');
    }),
  );
  const claims = [
    () => expect({ a: [1, { b: 2 }] }).to.deep.equal({ a: [1, { b: 3 }] }),
    () => expect([1, 2, 3]).to.include.members([2, 4]),
    () =>
      expect(() => {
        throw new TypeError('bad');
      }).to.throw(TypeError, /good/),
    () => assert.closeTo(1, 2, 0.5),
    () => (5).should.be.above(6),
    () => expect(3).to.be.even,
    () => expect('text').to.have.lengthOf(3),
    () => expect({ x: 1 }).to.have.all.keys('x', 'y'),
    () => expect(new Map([[1, 2]])).to.be.empty,
    () => expect({ a: { b: 1 } }).to.have.nested.property('a.c'),
  ];
  for (const claim of claims) {
    try {
      claim();
      console.log('holds');
    } catch (error) {
      console.log(error.name, error.message, error.showDiff, error.actual);
    }
  }
  expect([1, 2]).to.be.an('array').that.includes(1).and.not.empty;
  console.log(Object.keys(chai).sort(), chai.version);
}
