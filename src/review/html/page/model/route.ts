/** What the page shows, as its address says after `#`. */
export type Route =
  | { readonly view: 'summary' }
  | { readonly view: 'file'; readonly key: string }
  | { readonly view: 'graph'; readonly key: string | null };

export function parseRoute(hash: string): Route {
  const [, view = '', rest = ''] = /^#\/?(\w*)\/?(.*)$/s.exec(hash) ?? [];
  const key = decoded(rest);
  if (view === 'file' && key !== '') return { view, key };
  if (view === 'graph') return { view, key: key === '' ? null : key };
  return { view: 'summary' };
}

export function hashOf(route: Route): string {
  if (route.view === 'summary') return '#/';
  if (route.key === null) return '#/graph';
  return `#/${route.view}/${encodeURI(route.key)}`;
}

/** A hand-written address may hold what no encoder would have made. */
function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
