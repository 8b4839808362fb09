(function () {
  var path = require('path');
  console.log(path.sep);
})();
