import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

const manifest = '{ "name": "shell", "private": true, "main": "main.js" }\n';
const preload =
  "const { contextBridge } = require('electron');\ncontextBridge.exposeInMainWorld('shell', {});\n";
const windowWith = (path: string): string =>
  `const { BrowserWindow } = require('electron');\nconst path = require('path');\nnew BrowserWindow({ webPreferences: { preload: ${path} } });\n`;

test.each([
  "path.join(__dirname, 'preload.js')",
  "__dirname + '/preload.js'",
  "require.resolve('./preload')",
  "path.resolve('preload.js')",
])('what a window of Electron preloads by %s stays CommonJS, and is named so', async (path) => {
  const project = new Project({
    'package.json': manifest,
    'main.js': windowWith(path),
    'preload.js': preload,
  });
  await project.convert();
  expect(project.read('preload.cjs')).toBe(preload);
  expect(project.read('main.js')).toContain('preload.cjs');
});

test('an answer says that it is no window of Electron', async () => {
  const project = new Project({
    'package.json': manifest,
    'main.js': windowWith("path.join(__dirname, 'preload.js')"),
    'preload.js': `// esmshift: default\n${preload}`,
  });
  await project.convert();
  expect(project.read('preload.js')).toContain("from 'electron'");
});
