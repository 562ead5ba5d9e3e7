import type { VNode } from 'preact';
import { FileLink } from '../../parts/file-link.tsx';
import { Block, Section, Tiles } from '../../parts/pieces.tsx';
import { Rich } from '../../parts/rich.tsx';
import type { View } from '../../view.ts';
import { actionsOf } from './actions.ts';
import { leadOf } from './lead.ts';
import { pointsOf } from './points.ts';
import { tilesOf } from './tiles.ts';

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
