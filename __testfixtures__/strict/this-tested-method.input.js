function Account(owner) {
  this.owner = owner;
}
Account.prototype.isSame = function (other) {
  return this === other;
};
module.exports = Account;
