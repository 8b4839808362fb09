/**
 * Strongly connected components of the module graph (Tarjan, SIAM J. Comput. 1(2), 1972), iterative so that a chain
 * of ten thousand modules does not exhaust the stack.
 *
 * @returns the component of each node; nodes that import each other, directly or not, have the same one. Components
 *   come in dependency order: what a component imports from outside itself comes before it.
 */
export function stronglyConnectedComponents(
  nodes: Iterable<string>,
  edgesOf: (node: string) => Iterable<string>,
): readonly (readonly string[])[] {
  const components: string[][] = [];
  const state = new Map<string, { index: number; low: number; onStack: boolean }>();
  const stack: string[] = [];

  const open = (node: string): Frame => {
    const entry = { index: state.size, low: state.size, onStack: true };
    state.set(node, entry);
    stack.push(node);
    return { node, entry, edges: edgesOf(node)[Symbol.iterator]() };
  };

  const close = (frame: Frame): void => {
    if (frame.entry.low !== frame.entry.index) return;
    const component = stack.splice(stack.lastIndexOf(frame.node));
    for (const member of component) state.get(member)!.onStack = false;
    components.push(component);
  };

  for (const start of nodes) {
    if (state.has(start)) continue;
    const frames = [open(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.edges.next();
      if (!next.done) {
        const known = state.get(next.value);
        if (known === undefined) frames.push(open(next.value));
        else if (known.onStack) frame.entry.low = Math.min(frame.entry.low, known.index);
        continue;
      }
      frames.pop();
      close(frame);
      const parent = frames.at(-1);
      if (parent !== undefined) parent.entry.low = Math.min(parent.entry.low, frame.entry.low);
    }
  }
  return components;
}

interface Frame {
  readonly node: string;
  readonly entry: { index: number; low: number; onStack: boolean };
  readonly edges: Iterator<string>;
}

/** The components of which each node leads back to itself. */
export function cyclesIn(
  nodes: Iterable<string>,
  edgesOf: (node: string) => Iterable<string>,
): readonly (readonly string[])[] {
  const components = stronglyConnectedComponents(nodes, edgesOf);
  return components.filter(
    (component) => component.length > 1 || [...edgesOf(component[0]!)].includes(component[0]!),
  );
}
