import type { VNode } from 'preact';
import type { Phrase } from '../../text/phrase.ts';

/** A phrase on the page: figures strong; names apart from the direction of the sentence. */
export function Rich({ text }: { text: Phrase | string }): VNode {
  if (typeof text === 'string') return <>{text}</>;
  return (
    <>
      {text.map((part) => {
        if (typeof part === 'string') return part;
        return part.kind === 'figure' ? <strong>{part.text}</strong> : <bdi class="name">{part.text}</bdi>;
      })}
    </>
  );
}
