import type { VNode } from 'preact';
import { phrase, type Phrase } from '../../../text/phrase.ts';
import { FileLink } from '../../parts/file-link.tsx';
import { Block, Section, Tiles } from '../../parts/pieces.tsx';
import { Rich } from '../../parts/rich.tsx';
import type { View } from '../../view.ts';
import { knownCosts, knownShare } from '../../worth.ts';
import { actionsOf } from './actions.ts';
import { pointsOf } from './points.ts';
import { tilesOf } from './tiles.ts';

/** What was sold and what is left of it, as far as it is known. */
function leadOf({ t, data, worth }: View): Phrase {
  const { buyers, orders, net_revenue: netRevenue, profit } = data.total;
  if (buyers === 0) return t.overview.nobody;
  const sales = t.overview.sales(buyers, orders, netRevenue);
  if (worth !== 'profit') return phrase`${sales} ${t.overview.noCosts}`;
  if (netRevenue <= 0) return sales;
  const left = t.overview.left(knownCosts(data.total), profit, profit / netRevenue);
  const known = knownShare(data.total);
  return known < 1 ? phrase`${sales} ${left} ${t.overview.knownCost(known)}` : phrase`${sales} ${left}`;
}

/** The first screen: the figures, what stands out, what to do next. */
export function Overview({ view }: { view: View }): VNode {
  const { t } = view;
  const next = actionsOf(view);
  return (
    <Section id="overview" title={t.page.sections.overview} quiet finding={leadOf(view)}>
      <Tiles tiles={tilesOf(view)} />
      <div class="pair">
        <Block title={t.overview.standsOut}>
          <ul class="points">
            {pointsOf(view).map((point) => (
              <li>
                <Rich text={point} />
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t.overview.next}>
          {next.length === 0 ? (
            <p>
              <Rich text={t.overview.nothing} />
            </p>
          ) : (
            <ol class="points">
              {next.map(({ text, file, find }) => (
                <li>
                  <Rich text={text} /> <FileLink file={file} t={t} />
                  {file === undefined || find === undefined ? null : (
                    <>
                      , <Rich text={find} />
                    </>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Block>
      </div>
    </Section>
  );
}
