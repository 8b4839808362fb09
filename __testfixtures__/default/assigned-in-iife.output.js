let assignedInIifeInput = {};

(function () {
  assignedInIifeInput = { made: 'inside' };
})();
export default assignedInIifeInput;
