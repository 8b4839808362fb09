import { test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { scan } from '../../src/checker/scan.ts';
import { diagnostics } from '../../src/checker/diagnostics/codes.ts';
import { applyEdits, rewrite } from '../../src/rewrite/rewrite.ts';
import { brokenPromises } from './support/convert.ts';
import { decisionFor } from './support/decision.ts';
test('x', () => {
  let out = ''; let n = 0, conv = 0, tScan = 0, tRew = 0; const codes = new Map<string, number>();
  for (const f of readFileSync('/tmp/rw/list','utf8').trim().split('\n')) {
    let source: string; try { source = readFileSync(f, 'utf8'); } catch { continue; }
    if (source.length > 600000) continue;
    n++;
    let facts;
    try { const t = performance.now(); facts = scan(source, { path: f }); tScan += performance.now() - t; } catch (e: any) { if (e.name !== 'SyntaxFailure') out += `SCAN ${f} ${e.stack.slice(0, 300)}\n`; continue; }
    const refused = facts.findings.filter(x => (diagnostics as any)[x.code].severity === 'refusal' && !x.settledBy.includes('default'));
    const soft = facts.findings.some(x => (diagnostics as any)[x.code].severity === 'refusal');
    if (refused.length) { for (const r of refused.slice(0,1)) codes.set(r.code, (codes.get(r.code) ?? 0) + 1); continue; }
    if (facts.system === 'mixed') continue;
    try {
      const t = performance.now();
      const d = decisionFor(facts, soft ? { shape: 'default' } : {});
      const edits = rewrite(source, facts, d);
      const code = applyEdits(source, edits);
      tRew += performance.now() - t;
      conv++;
      const broken = brokenPromises(source, facts, edits, code);
      if (broken.length) out += `BROKEN ${f} ${facts.exports.shape} ${broken.slice(0,3).join(' | ').slice(0,300)}\n`;
    } catch (e: any) { out += `THROW ${f} ${e.message.slice(0,200)} ${e.stack.split('\n').slice(1,4).join('').replace(/\s+/g,' ')}\n`; }
  }
  out += `${n} files ${conv} converted scan ${tScan|0}ms rewrite ${tRew|0}ms ${JSON.stringify([...codes].sort((a,b)=>b[1]-a[1]).slice(0,30))}\n`;
  (globalThis as any).process.stdout.write(out);
}, 600000);
