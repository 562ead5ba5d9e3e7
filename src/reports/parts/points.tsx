import type { VNode } from 'preact';
import type { Phrase } from '../../text/phrase.ts';
import { Rich } from './rich.tsx';

/** Sentences as a list. */
export const Points = ({ points }: { points: readonly Phrase[] }): VNode => (
  <ul class="points">
    {points.map((point) => (
      <li>
        <Rich text={point} />
      </li>
    ))}
  </ul>
);
