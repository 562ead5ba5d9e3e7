import type { VNode } from 'preact';
import { Section } from './pieces.tsx';

/** Sentences on what a reader should know besides the figures; nothing where there are none. */
export function Notes({ title, notes }: { title: string; notes: readonly string[] }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <Section id="notes" title={title}>
      <ul class="points">
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </Section>
  );
}
