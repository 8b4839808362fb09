import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { filesByCode } from '../../../tally.ts';
import type { PageData, PageFile } from '../../data.ts';
import { type Filter, GROUPS, type Group, groupOf, NO_FILTER } from '../model/filter.ts';
import type { ListRow } from '../model/list.ts';
import type { Viewed } from '../model/viewed.ts';
import { FileList } from './file-list.tsx';

interface SidebarProps {
  readonly data: PageData;
  readonly rows: readonly ListRow[];
  readonly shown: number;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly refusedFirst: boolean;
  readonly setRefusedFirst: (first: boolean) => void;
  readonly selected: PageFile | null;
  readonly inGraph: boolean;
  readonly viewed: Viewed;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Search, filters, and the files that pass them. */
export function Sidebar(props: SidebarProps) {
  const { data, rows, shown, filter, setFilter, refusedFirst, setRefusedFirst, search } = props;
  const counts = useMemo(() => Map.groupBy(data.files, groupOf), [data]);
  const codes = useMemo(() => allCodes(data), [data]);
  const isFiltered = shown < data.files.length;
  return (
    <aside class="sidebar" aria-label="Files">
      <div class="filters">
        <input
          ref={search}
          type="search"
          placeholder="Search path, status, code ( / )"
          aria-label="Search files by path, status or code"
          value={filter.query}
          onInput={(event) => setFilter({ ...filter, query: event.currentTarget.value })}
        />
        <fieldset class="chips">
          <legend class="hidden">Status</legend>
          {GROUPS.filter((group) => counts.has(group)).map((group) => (
            <button
              key={group}
              type="button"
              class={`chip ${group}`}
              aria-pressed={filter.groups.has(group)}
              onClick={() => setFilter({ ...filter, groups: toggled(filter.groups, group) })}
            >
              {group} <b>{counts.get(group)!.length}</b>
            </button>
          ))}
        </fieldset>
        <select
          aria-label="Code"
          value={filter.code ?? ''}
          onChange={(event) => setFilter({ ...filter, code: event.currentTarget.value || null })}
        >
          <option value="">all codes</option>
          {codes.map(([code, count]) => (
            <option key={code} value={code}>
              {code} ({count})
            </option>
          ))}
        </select>
        <div class="list-head">
          <output aria-live="polite">
            {isFiltered ? `${shown} of ${data.files.length} files` : `${shown} files`}
            {filter.folder !== null && ` in ${filter.folder}/`}
          </output>
          {isFiltered && (
            <button type="button" class="link" onClick={() => setFilter(NO_FILTER)}>
              clear
            </button>
          )}
          <label>
            <input
              type="checkbox"
              checked={refusedFirst}
              onChange={(event) => setRefusedFirst(event.currentTarget.checked)}
            />
            refused first
          </label>
        </div>
      </div>
      <FileList rows={rows} selected={props.selected} inGraph={props.inGraph} viewed={props.viewed} />
    </aside>
  );
}

/** The codes with the number of their files: those that stopped a conversion first. */
function allCodes({ files }: PageData): readonly (readonly [string, number])[] {
  const blocking = filesByCode(files);
  const known = new Set(blocking.map(([code]) => code));
  const counts = new Map<string, number>();
  for (const { diagnostics } of files)
    for (const code of new Set(diagnostics.map((diagnostic) => diagnostic.code)))
      if (!known.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...blocking, ...counts];
}

function toggled(groups: ReadonlySet<Group>, group: Group): ReadonlySet<Group> {
  const next = new Set(groups);
  if (!next.delete(group)) next.add(group);
  return next;
}
