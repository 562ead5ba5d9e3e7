import type { VNode } from 'preact';

/** Links to the sections of a page, by id and title. */
export function Contents({
  label,
  entries,
}: {
  label: string;
  entries: readonly (readonly [string, string])[];
}): VNode {
  return (
    <nav class="contents" aria-label={label}>
      <ul>
        {entries.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
