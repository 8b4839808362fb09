import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageData, PageFile } from '../data.ts';
import type { DiffLayout } from './model/diff-layout.ts';
import { type Filter, filterOf, NO_FILTER } from './model/filter.ts';
import { listRows, neighbourInList } from './model/list.ts';
import { neighboursOf } from './model/neighbours.ts';
import { hashOf, parseRoute, type Route } from './model/route.ts';
import { useStored } from './model/settings.ts';
import { type Shortcut, useShortcuts } from './model/shortcuts.ts';
import { useViewed } from './model/viewed.ts';
import { FileView } from './parts/file-view.tsx';
import { GraphView } from './parts/graph-view.tsx';
import { Header, THEMES, type Theme } from './parts/header.tsx';
import { Help } from './parts/help.tsx';
import { Sidebar } from './parts/sidebar.tsx';
import { Summary } from './parts/summary.tsx';

export function App({ data }: { data: PageData }) {
  const [route, go] = useRoute();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [refusedFirst, setRefusedFirst] = useState(data.refusedFirst);
  const [layout, setLayout] = useStored<DiffLayout>('layout', 'split');
  const [theme, setTheme] = useTheme();
  const viewed = useViewed(data);
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);

  const fileOf = useMemo(() => new Map(data.files.map((file) => [file.key, file])), [data]);
  const neighbours = useMemo(() => neighboursOf(data), [data]);
  const shown = useMemo(() => data.files.filter(filterOf(filter)), [data, filter]);
  const rows = useMemo(() => listRows(shown, refusedFirst), [shown, refusedFirst]);
  const selected = route.view === 'summary' ? null : (fileOf.get(route.key ?? '') ?? null);

  const open = (file: PageFile): void =>
    go(route.view === 'graph' ? { view: 'graph', key: file.key } : { view: 'file', key: file.key });
  const step = (direction: 1 | -1, test?: (file: PageFile) => boolean): void => {
    const file = neighbourInList(rows, selected, direction, test);
    if (file !== null) open(file);
  };
  const filterBy = (change: Partial<Filter>): void => setFilter({ ...filter, ...change });

  const shortcuts: readonly Shortcut[] = [
    { keys: ['j', 'ArrowDown'], what: 'next file', run: () => step(1) },
    { keys: ['k', 'ArrowUp'], what: 'previous file', run: () => step(-1) },
    { keys: ['n'], what: 'next file that was not converted', run: () => step(1, needsAttention) },
    { keys: ['p'], what: 'previous file that was not converted', run: () => step(-1, needsAttention) },
    {
      keys: ['v'],
      what: 'tick the file off, or take the tick back',
      run: () => selected && viewed.toggle(selected),
    },
    {
      keys: ['u'],
      what: 'diffs in one column or two',
      run: () => setLayout(layout === 'split' ? 'unified' : 'split'),
    },
    { keys: ['/'], what: 'search (Escape leaves it)', run: () => search.current?.focus() },
    { keys: ['x'], what: 'clear search and filters', run: () => setFilter(NO_FILTER) },
    { keys: ['s'], what: 'summary', run: () => go({ view: 'summary' }) },
    {
      keys: ['g'],
      what: 'graph, with the file at hand',
      run: () => go({ view: 'graph', key: selected?.key ?? null }),
    },
    {
      keys: ['Enter'],
      what: 'from the graph to the file',
      run: () => selected && go({ view: 'file', key: selected.key }),
    },
    { keys: ['t'], what: 'light, dark, or as the system has it', run: () => setTheme(nextTheme(theme)) },
    { keys: ['?'], what: 'these keys', run: () => help.current?.showModal() },
  ];
  useShortcuts(shortcuts);

  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')!.focus()}>
        Skip to the review
      </button>
      <Header
        data={data}
        route={route}
        viewed={viewed}
        theme={theme}
        setTheme={setTheme}
        showHelp={() => help.current?.showModal()}
      />
      <Sidebar
        data={data}
        rows={rows}
        shown={shown.length}
        filter={filter}
        setFilter={setFilter}
        refusedFirst={refusedFirst}
        setRefusedFirst={setRefusedFirst}
        selected={selected}
        inGraph={route.view === 'graph'}
        viewed={viewed}
        search={search}
      />
      <main id="main" tabIndex={-1} class={`view-${route.view}`}>
        {route.view === 'summary' && <Summary data={data} filterBy={filterBy} />}
        {route.view === 'file' && selected !== null && (
          <FileView
            key={selected.key}
            file={selected}
            neighbours={neighbours(selected)}
            codeTitles={data.codeTitles}
            layout={layout}
            setLayout={setLayout}
            viewed={viewed}
            filterBy={filterBy}
            step={step}
          />
        )}
        {route.view === 'file' && selected === null && (
          <p class="empty">There is no such file in this review.</p>
        )}
        {route.view === 'graph' && (
          <GraphView
            data={data}
            shown={shown}
            selected={selected}
            neighbours={neighbours}
            theme={theme}
            select={(file) => go({ view: 'graph', key: file?.key ?? null })}
          />
        )}
      </main>
      <Help dialog={help} shortcuts={shortcuts} />
    </>
  );
}

function needsAttention({ status }: PageFile): boolean {
  return status === 'refused' || status === 'error';
}

function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
}

function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (next: Route): void => {
    setRoute(next);
    location.hash = hashOf(next);
  };
  return [route, go];
}

function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useStored<Theme>('theme', 'system');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, setTheme];
}
