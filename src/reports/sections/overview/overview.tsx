import type { VNode } from 'preact';
import { FileLink } from '../../parts/file-link.tsx';
import { Block, Section, Tiles } from '../../parts/pieces.tsx';
import { Points } from '../../parts/points.tsx';
import { Rich } from '../../parts/rich.tsx';
import { fileOf, type View } from '../../view.ts';
import { actionsOf } from './actions.ts';
import { attentionOf } from './attention.ts';
import { changesSince, sinceOf } from './changes.ts';
import { leadOf } from './lead.ts';
import { tilesOf } from './tiles.ts';

/** So many warnings of the run are told; the rest is counted. */
const fewWarnings = 2;

/** Who needs attention, and what the run warns of. */
function Attention({ view }: { view: View }): VNode {
  const { t, context } = view;
  const words = t.overview.attention;
  const people = attentionOf(view);
  const warnings = context.warnings ?? [];
  const rest = warnings.length - fewWarnings;
  return (
    <Block title={words.title}>
      <Points points={people.length === 0 ? [words.nobody] : people} />
      {warnings.slice(0, fewWarnings).map((warning) => (
        <p class="note-box warning small">
          <bdi>{warning}</bdi>
        </p>
      ))}
      {rest <= 0 ? null : (
        <p class="small">
          <a href="#quality">
            <Rich text={words.moreWarnings(rest)} />
          </a>
        </p>
      )}
    </Block>
  );
}

/** What to do, each with whom to do it with. */
function Actions({ view }: { view: View }): VNode {
  const { t } = view;
  const actions = actionsOf(view);
  return (
    <Block title={t.overview.next} sentence={actions.length === 0 ? t.overview.nothing : undefined}>
      {actions.length === 0 ? null : (
        <ol class="points">
          {actions.map(({ text, file, find }) => (
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
  );
}

/** What else was published for readers; nothing where nothing was. */
function Files({ view }: { view: View }): VNode | null {
  const { t } = view;
  const workbook = fileOf(view, { file: 'segments.xlsx' });
  const dictionary = fileOf(view, { file: 'dictionary.html' });
  if (workbook === undefined && dictionary === undefined) return null;
  return (
    <Block title={t.page.files.title}>
      <ul class="points">
        {workbook === undefined ? null : (
          <li>
            <a href={workbook.file} download>
              {t.page.fileRows(t.page.files.workbook, workbook.rows)}
            </a>
          </li>
        )}
        {dictionary === undefined ? null : (
          <li>
            <a href={dictionary.file}>{t.page.files.dictionary}</a>
          </li>
        )}
      </ul>
    </Block>
  );
}

/** The first screen: what changed since the last run, who needs attention, what to do; then the figures. */
export function Overview({ view }: { view: View }): VNode {
  const { t, data } = view;
  const isEmpty = data.total.buyers === 0;
  const lead = leadOf(view);
  return (
    <Section id="overview" title={t.page.sections.overview} quiet finding={isEmpty ? lead : undefined}>
      <div class="answers">
        <Block title={t.overview.changed.title(sinceOf(view))}>
          <Points points={changesSince(view)} />
        </Block>
        <Attention view={view} />
        <Actions view={view} />
      </div>
      <Tiles tiles={tilesOf(view)} />
      {isEmpty ? null : (
        <p class="lead soft">
          <Rich text={lead} />
        </p>
      )}
      <Files view={view} />
    </Section>
  );
}
