import path_1 from 'path';

{
  const path = path_1;
  console.log(path.sep);
}
