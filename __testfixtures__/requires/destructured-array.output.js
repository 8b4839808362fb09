import { builtinModules } from 'module';

const [first] = builtinModules;

console.log(typeof first);
