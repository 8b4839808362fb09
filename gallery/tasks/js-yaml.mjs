/** @type {import('../packages/worker.mjs').Work} */
export default function readAndWrite(yaml) {
  const text =
    'a: &x [1, 0x1F, ~, 2001-12-14]\nb: *x\nc: !!set {k}\nd: |\n  lines\n  more\ne: {<<: {f: .inf}}\n';
  console.log(yaml.load(text), yaml.loadAll('---\n1\n---\ntwo\n'));
  console.log(
    yaml.dump(
      { a: [{ b: 'multi\nline' }], c: new Date(0), d: '0x1', e: null },
      { sortKeys: true, indent: 4 },
    ),
  );
  const type = new yaml.Type('!point', { kind: 'sequence', construct: ([x, y]) => ({ x, y }) });
  console.log(yaml.load('!point [1, 2]', { schema: yaml.Schema.create([type]) }));
  try {
    yaml.load('a: b: c', { filename: 'bad.yml' });
  } catch (error) {
    console.log(error instanceof yaml.YAMLException, String(error));
  }
  console.log(Object.keys(yaml).sort());
}
