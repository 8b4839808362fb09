import path_1 from 'path';

(function () {
  var path = path_1;
  console.log(path.sep);
})();
