import type { VNode } from 'preact';
import { ink, line, segmentColor, soft } from '../charts/palette.ts';
import { layOut, type PlacedNode } from './layout.ts';
import type { TreeView } from './page.tsx';

/** Pixels: a column, a row of a leaf, the bar of a node. */
const column = 236;
const row = 58;
const bar = { width: 170, height: 10 };

/** A tree with more leaves than these is read in its rules. */
export const mostLeaves = 60;

/** More letters than these do not fit between two columns. */
const letters = 32;

const cut = (text: string): string => {
  const all = Array.from(text);
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('').trimEnd()}…`; // prettier-ignore
};

const x = ({ column: place }: PlacedNode): number => 2 + place * column;
const y = ({ row: place }: PlacedNode): number => 24 + place * row;

/** The shares of the classes in a node, side by side. */
function Bar({ placed }: { placed: PlacedNode }): VNode {
  const { counts, rows } = placed.node;
  let from = x(placed);
  return (
    <>
      {counts.map((count, c) => {
        const width = Math.round((10 * bar.width * count) / rows) / 10;
        const start = Math.round(10 * from) / 10;
        from += width;
        return count === 0 ? null : (
          <rect x={start} y={y(placed)} width={width} height={bar.height} fill={segmentColor(c)} />
        );
      })}
    </>
  );
}

/** From a node to its child: across half of the room between them, up or down, and on. */
function Edge({ from, to }: { from: PlacedNode; to: PlacedNode }): VNode {
  const middle = bar.height / 2;
  const turn = x(from) + bar.width + (column - bar.width) / 3;
  const path = `M${x(from) + bar.width + 4},${y(from) + middle}H${turn}V${y(to) + middle}H${x(to) - 4}`;
  return <path d={path} fill="none" stroke={soft} />;
}

/** The tree from left to right: at each node its rule, the shares of the classes, its class and size. */
export function Picture({ view: { t, page } }: { view: TreeView }): VNode {
  const { lines, leaves } = page.report;
  const { classes } = page.report.resubstitution;
  const placed = layOut(lines);
  const width = 4 + Math.max(...placed.map(({ column: place }) => place)) * column + column;
  const height = leaves * row + 12;
  return (
    <div class="scroll" role="region" aria-label={t.picture} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        font-size="12"
        role="img"
        aria-label={t.pictureLabel(leaves)}
      >
        {placed.map((one) => (one.parent === null ? null : <Edge from={placed[one.parent]!} to={one} />))}
        {placed.map((one) => {
          const { node } = one;
          const share = node.counts[classes.indexOf(node.class)]! / node.rows;
          return (
            <g>
              <title>{`${node.rule}: ${t.node(node.rows, node.class, share)}`}</title>
              <text x={x(one)} y={y(one) - 6} fill={ink}>
                {cut(node.rule)}
              </text>
              <rect x={x(one)} y={y(one)} width={bar.width} height={bar.height} fill={line} />
              <Bar placed={one} />
              <text
                x={x(one)}
                y={y(one) + bar.height + 14}
                fill={node.isLeaf ? ink : soft}
                font-weight={node.isLeaf ? 600 : 400}
              >
                {cut(t.node(node.rows, node.class, share))}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
