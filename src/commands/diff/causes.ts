import type { RunRecord } from '../../pipeline/record.ts';
import { againOf } from '../../pipeline/releases.ts';
import { count } from '../words.ts';

/** Why a release may tell anything else than an earlier one: all that results follow from. */
export function causesOf(older: RunRecord, newer: RunRecord): string[] {
  const known = new Set(older.inputs.map(({ loadId }) => loadId));
  const still = new Set(newer.inputs.map(({ loadId }) => loadId));
  const ofNewer = newer.inputs.filter(({ loadId }) => !known.has(loadId));
  const ofOlder = older.inputs.filter(({ loadId }) => !still.has(loadId));
  const isOf = (inputs: RunRecord['inputs'], { file, table }: RunRecord['inputs'][number]): boolean =>
    inputs.some((other) => other.file === file && other.table === table);
  const changed = ofNewer.filter((input) => isOf(ofOlder, input));
  const come = ofNewer.filter((input) => !isOf(ofOlder, input));
  const gone = ofOlder.filter((input) => !isOf(ofNewer, input));
  const names = (inputs: RunRecord['inputs']): string => [...new Set(inputs.map(({ file }) => file))].join(', ');
  const versions = Object.entries(newer.versions).filter(([name, version]) => older.versions[name] !== version);
  const causes = [
    ...(older.asOf === newer.asOf ? [] : [`the as-of day went from ${older.asOf} to ${newer.asOf}`]),
    ...(changed.length > 0 ? [`${count(changed.length, 'load')} read anew: ${names(changed)}`] : []),
    ...(come.length > 0 ? [`${count(come.length, 'load')} more: ${names(come)}`] : []),
    ...(gone.length > 0 ? [`${count(gone.length, 'load')} no more: ${names(gone)}`] : []),
    ...(older.configHash === newer.configHash ? [] : ['the pipeline is another']),
    ...versions.map(([name, version]) => `${name} is ${version}; it was ${older.versions[name] ?? 'not told'}`),
    ...(againOf(older.run).times > 0
      ? [`${older.run} was written again without people who were erased: its totals still count them`]
      : []),
    ...(older.erasures === newer.erasures ? [] : ['people were erased in between']),
  ];
  return causes.length > 0
    ? causes
    : ['no day, file, setting or version is another; people may have decided something'];
}
