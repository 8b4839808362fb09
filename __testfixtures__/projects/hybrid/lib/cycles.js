module.exports = [
  ['eager', () => require('../cycles/eager/a').tell()],
  ['replaced', () => require('../cycles/replaced/a').tell()],
  ['trio', () => require('../cycles/trio/one').tell()],
  ['late', () => require('../cycles/late/a').tell()],
  ['fine', () => require('../cycles/fine/even').even(7)],
];
