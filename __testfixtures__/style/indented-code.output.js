  import path from 'path';
  export const sep = path.sep;
  export function f() {
    return path;
  }
