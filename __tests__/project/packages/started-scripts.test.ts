import { afterAll, expect, test } from '@jest/globals';
import { createManifests } from '../../../src/project/packages/manifest.ts';
import { startedScripts } from '../../../src/project/packages/started-scripts.ts';
import { makeTree, removeTrees } from '../../support/tree.ts';

afterAll(removeTrees);

test('Node starts commands by their shebang or for want of one, and what its command lines name first', () => {
  const root = makeTree({
    'package.json': {
      bin: {
        njs: './bin/a.njs',
        bare: 'bin/bare',
        usual: 'bin/usual.js',
        shell: 'bin/shell',
        python: 'bin/python.py',
        binary: 'bin/binary',
        gone: 'bin/gone',
        outside: '../bare',
      },
      scripts: {
        start: 'NODE_ENV=test node -r ./setup --no-warnings server LICENSE',
        build: 'make all && ./node_modules/.bin/babel-node "tools/build.es6" > out',
        usual: 'node bin/usual.js notes; node -e "1"',
      },
    },
    'bin/a.njs': '#!/usr/bin/env node\n',
    'bin/bare': 'require("x");\n',
    'bin/usual.js': '',
    'bin/shell': '#!/bin/sh\n',
    'bin/python.py': '#!/usr/bin/env python\n',
    'bin/binary': '\0\u0001ELF',
    server: '',
    setup: '',
    LICENSE: '',
    notes: '',
    'tools/build.es6': '',
  });
  const found = startedScripts(createManifests().in(root)!);
  expect(found).toEqual(['bin/a.njs', 'bin/bare', 'server', 'tools/build.es6']);
});
