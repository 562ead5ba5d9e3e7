import type { VNode } from 'preact';
import type { Messages } from '../../text/messages.ts';
import type { Phrase } from '../../text/phrase.ts';
import { Section } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { titleOf, type View } from '../view.ts';

type Name = keyof Messages['page']['sections'];

/** A section that there is nothing for, and what it takes. */
interface AbsentSection {
  readonly name: Name;
  readonly why: Phrase;
}

/** The sections that tonight's run has nothing for, in the order of the page: the pipeline lacks their step, or the data what they tell of. */
export function absentOf({ t, data }: View): AbsentSection[] {
  const { campaigns, past } = data.campaigns;
  const all: [name: Name, why: Phrase, isAbsent: boolean][] = [
    ['campaigns', t.campaigns.none, campaigns.length + past.length === 0 && data.priority.groups.length === 0],
    ['offers', t.nextProduct.none, data.nextProduct === null],
    ['opinions', t.opinions.none, data.opinions.all === null],
    ['answers', t.answers.none, data.answers.channels.length + data.answers.moments.length === 0],
    ['lookalikes', t.lookalikes.none, data.lookalikes.model === null],
    ['baskets', t.baskets.none, data.basket === null],
    ['clv', t.clv.none, data.clv === null],
    ['repurchase', t.repurchase.none, data.repurchase === null],
    ['discriminant', t.discriminant.none, data.discriminant === null && data.prospectModels.length === 0],
  ];
  return all.flatMap(([name, why, isAbsent]) => (isAbsent ? [{ name, why }] : []));
}

/** What tonight's run did not look at, and what it takes, a line each; links to a section of the page lead here where it is not there. */
export function Absent({ view, sections }: { view: View; sections: readonly AbsentSection[] }): VNode {
  return (
    <Section id="absent" title={view.t.page.absent}>
      <ul class="points">
        {sections.map(({ name, why }) => (
          <li id={name}>
            <strong>{titleOf(view, name)}</strong>: <Rich text={why} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
