import type { PageData } from '../../data.ts';
import { hashOf, type Route } from '../model/route.ts';
import type { Viewed } from '../model/viewed.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const VIEWS = [
  { view: 'summary', label: 'Summary', href: hashOf({ view: 'summary' }) },
  { view: 'graph', label: 'Graph', href: hashOf({ view: 'graph', key: null }) },
] as const;

interface HeaderProps {
  readonly data: PageData;
  readonly route: Route;
  readonly viewed: Viewed;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly showHelp: () => void;
}

export function Header({ data, route, viewed, theme, setTheme, showHelp }: HeaderProps) {
  return (
    <header class="top">
      <p class="brand">
        <span class="logo" aria-hidden="true">
          ⇄
        </span>
        esmshift
      </p>
      <h1>{data.title}</h1>
      <span class="badge">{data.written ? 'written' : 'dry run'}</span>
      <nav aria-label="Views">
        {VIEWS.map(({ view, label, href }) => (
          <a key={view} href={href} aria-current={route.view === view ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="progress">
        <progress value={viewed.count} max={data.files.length} aria-label="Files ticked off" />
        <span>
          {viewed.count} of {data.files.length} viewed
        </span>
      </div>
      <label class="theme">
        <span class="hidden">Colours</span>
        <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={showHelp} aria-label="Keys" title="Keys (?)">
        ?
      </button>
    </header>
  );
}
