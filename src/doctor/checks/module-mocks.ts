import { type Check, uses } from '../check.ts';

/** Libraries that replace modules by hooking `require`, and what does so for `import`. */
const libraries = {
  proxyquire: 'esmock',
  rewire: 'esmock',
  'mock-require': 'esmock',
  mockery: 'esmock',
  rewiremock: 'rewiremock with its loader for ES modules',
  testdouble: '`td.replaceEsm` and its loader',
  'require-inject': 'esmock',
  sinon: null,
};

export const moduleMocks: Check = {
  name: 'mocks of modules',
  *run(subject) {
    for (const [name, instead] of Object.entries(libraries)) {
      if (!uses(subject, name)) continue;
      if (instead === null)
        yield {
          level: 'should',
          place: `package.json devDependencies.${name}`,
          message: `${name} cannot stub the exports of an ES module: they are read-only.`,
          action: 'Stub objects that are handed in, or the exports of modules that export one object.',
        };
      else
        yield {
          level: 'must',
          place: `package.json devDependencies.${name}`,
          message: `${name} replaces what \`require\` loads, and imports go past it.`,
          action: `Use ${instead}.`,
        };
    }
  },
};
