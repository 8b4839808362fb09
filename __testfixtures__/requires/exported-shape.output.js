export * from './lib/named.js';
