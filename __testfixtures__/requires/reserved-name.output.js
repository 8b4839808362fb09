import { sep as static_1 } from 'path';
import package_1 from 'util';

export const pair = { static: static_1, package: package_1 };
export const name = package_1.format('%s', 'package');
