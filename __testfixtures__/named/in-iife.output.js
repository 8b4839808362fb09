export let open;

(function () {
  var hidden = 1;
  open = function () {
    return hidden++;
  };
})();
