import type { WorkspacePackage } from '../project/packages/workspaces.ts';

/**
 * An order in which the packages of a workspace can be converted one by one: each after those that it depends on, so
 * that its imports can name what they export. Packages that depend on each other stand together.
 */
export function suggestedOrder(packages: readonly WorkspacePackage[]): readonly (readonly string[])[] {
  const named = new Map(
    packages.flatMap((entry) => (entry.manifest.name ? [[entry.manifest.name, entry]] : [])),
  );
  const reach = new Map([...named.keys()].map((name) => [name, reachable(name, named)]));
  const groups: string[][] = [];
  const placed = new Set<string>();
  // Who reaches fewer packages cannot depend on one that reaches more, but within a circle.
  for (const name of [...named.keys()].sort((a, b) => reach.get(a)!.size - reach.get(b)!.size)) {
    if (placed.has(name)) continue;
    const circle = [...reach.get(name)!].filter((other) => other !== name && reach.get(other)!.has(name));
    const group = [name, ...circle].sort();
    for (const member of group) placed.add(member);
    groups.push(group);
  }
  return groups;
}

function reachable(start: string, named: ReadonlyMap<string, WorkspacePackage>): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending = [start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop())
    for (const next of named.get(name)?.manifest.dependencies ?? [])
      if (named.has(next) && !seen.has(next)) {
        seen.add(next);
        pending.push(next);
      }
  return seen;
}
