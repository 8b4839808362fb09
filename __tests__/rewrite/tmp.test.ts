import { test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { scan } from '../../src/checker/scan.ts';
import { applyEdits, rewrite } from '../../src/rewrite/rewrite.ts';
import { outputProblem } from '../../src/rewrite/output.ts';
test('x', () => {
  let out = '';
  for (const f of readFileSync('/tmp/rw/list','utf8').trim().split('\n')) {
    const source = readFileSync(f, 'utf8');
    out += `\n=== ${f}\n${source}\n--- `;
    try {
      const facts = scan(source, { path: f.replace(/^.*__testfixtures__\//,'') });
      const form = (globalThis as any).process.env.FORM ?? 'default';
      const shape = facts.exports.shape === 'ambiguous' ? 'default' : facts.exports.shape;
      const d: any = { action: 'convert', shape, requires: facts.requires.map(r => ({ form: r.specifier === null ? 'create-require' : form, specifier: null, json: r.specifier?.endsWith('.json') ?? false })), specifiers: {}, absentNames: [], commonJsView: 'none', literalNames: false, runtime: { importMetaDirname: true, importMetaMain: false, nodePrefix: true } };
      out += facts.exports.shape + ' ' + facts.findings.map(x => x.code).join(',') + '\n';
      const code = applyEdits(source, rewrite(source, facts, d));
      out += code;
      const p = outputProblem(code, f);
      if (p) out += '\n!!! ' + JSON.stringify(p.args);
    } catch (e: any) { out += '!!! ' + e.stack; }
  }
  (globalThis as any).process.stdout.write(out);
});
