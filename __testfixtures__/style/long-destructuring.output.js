import { basename, dirname, extname as extension, join } from 'path';

console.log(basename('/a/b.c'), dirname('/a/b.c'), extension('/a/b.c'), join('a'));
