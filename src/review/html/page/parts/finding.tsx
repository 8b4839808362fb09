import type { PageDiagnostic, PageRelated } from '../../data.ts';
import { CodeFrame } from './code-frame.tsx';
import { Prose } from './prose.tsx';

interface FindingProps {
  readonly path: string;
  readonly diagnostic: PageDiagnostic;
  readonly title: string;
  readonly filterBy: (code: string) => void;
}

/** A diagnostic in full: what, where, the code around it, the places that belong to it, and the way out. */
export function Finding({ path, diagnostic, title, filterBy }: FindingProps) {
  const { code, severity, message, help, line, column, frame, related } = diagnostic;
  return (
    <article class={`finding ${severity}`}>
      <h3>
        <span class="severity">{severity}</span>
        <button
          type="button"
          class="link"
          title={`Show the files with ${code}`}
          onClick={() => filterBy(code)}
        >
          <code>{code}</code>
        </button>
        <span class="title">{title}</span>
        <span class="place">
          {path}:{line}:{column}
        </span>
      </h3>
      <p>
        <Prose text={message} />
      </p>
      {frame && <CodeFrame frame={frame} place={diagnostic} label={`${path}, line ${line}`} />}
      {related.map((place) => (
        <Related key={`${place.path} ${place.line} ${place.column} ${place.message}`} place={place} />
      ))}
      {help !== '' && (
        <p class="help">
          <b>What would settle it:</b> <Prose text={help} />
        </p>
      )}
    </article>
  );
}

function Related({ place }: { place: PageRelated }) {
  return (
    <div class="related">
      <p>
        <Prose text={place.message} />{' '}
        <span class="place">
          {place.path}:{place.line}
        </span>
      </p>
      {place.frame && (
        <CodeFrame frame={place.frame} place={place} label={`${place.path}, line ${place.line}`} />
      )}
    </div>
  );
}
