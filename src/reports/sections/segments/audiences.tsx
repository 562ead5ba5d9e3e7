import type { VNode } from 'preact';
import type { Audience } from '../../data/audiences.ts';
import { FileLink } from '../../parts/file-link.tsx';
import { Block } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** The audiences of the pipeline, each with its file; nothing where it names none. */
export function Audiences({ view }: { view: View }): VNode | null {
  const { t, f, data, context } = view;
  const { audiences } = data;
  if (audiences.length === 0) return null;
  const fileOf = ({ audience }: Audience) => context.files?.find((file) => file.audience === audience);
  const byHand = audiences.some(({ included, excluded }) => included + excluded > 0);
  const count = (header: string, of: (row: Audience) => number) => ({
    header,
    kind: 'number' as const,
    cell: (row: Audience) => f.whole(of(row)),
  });
  return (
    <Block title={t.audiences.title} sentence={t.audiences.sentence(audiences.length)}>
      <Table
        label={t.audiences.title}
        from="segments.audience"
        rows={audiences}
        columns={[
          {
            header: t.audiences.audience,
            term: 'audience',
            cell: ({ audience, title, description }) => (
              <>
                <bdi>{title ?? audience}</bdi>
                {description === null ? null : <small>{description}</small>}
              </>
            ),
          },
          count(t.audiences.people, ({ customers }) => customers),
          ...(byHand
            ? [
                count(t.audiences.included, ({ included }) => included),
                count(t.audiences.excluded, ({ excluded }) => excluded),
              ]
            : []),
          { header: t.segments.file, cell: (row) => <FileLink file={fileOf(row)} t={t} /> },
        ]}
      />
    </Block>
  );
}
