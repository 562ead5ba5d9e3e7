/** A test that holds a promise. */
export interface Holder {
  /** From the root of the project. */
  readonly file: string;
  /** What it tries. */
  readonly tries: string;
  /** What it counts is kept under these names. */
  readonly figures?: readonly string[];
}

/** What bezero promises whoever runs it unattended. */
export interface Promised {
  readonly id: string;
  readonly promise: string;
  readonly tests: readonly Holder[];
  /** What of it no test holds. */
  readonly open?: string;
}

const faults = (name: string): string => `test/faults/${name}.test.ts`;

const damage = [
  ...['a-bit-of-the-warehouse', 'a-page-of-the-warehouse', 'the-end-of-the-warehouse', 'a-log-beside-the-warehouse'],
  ...['a-bit-of-the-rows-of-a-load', 'the-end-of-the-rows-of-a-load', 'the-end-of-the-record'],
  ...['a-bit-of-what-people-decided', 'the-end-of-what-people-decided'],
].map((what) => `damage-${what}`);

/** The promises, in the order of the page. */
export const promises: readonly Promised[] = [
  {
    id: 'P1',
    promise: 'Whoever takes the link `store/current` sees one whole release, never a mix, whatever dies.',
    tests: [
      {
        file: faults('kill'),
        tries: 'the process is killed (SIGKILL) at random moments, and run again from every other state that is left',
        figures: ['kill'],
      },
      {
        file: faults('kill'),
        tries: 'control: a run that publishes in its place must be caught',
        figures: ['kill-control'],
      },
      {
        file: faults('statements'),
        tries: 'every statement fails in turn, every second time with all that follow',
        figures: ['statements'],
      },
      {
        file: faults('files'),
        tries:
          'every file operation fails in turn: it alone (no room), and it with all that follow (as if the process ended there)',
        figures: ['files-once', 'files-for-ever'],
      },
      {
        file: faults('together'),
        tries: 'a reader compares every file with the manifest while releases are published',
        figures: ['reader'],
      },
      { file: faults('together'), tries: 'two runs begin at once', figures: ['two-runs'] },
    ],
  },
  {
    id: 'P2',
    promise: 'A run that said “published” is still there after a crash or on a full disk.',
    tests: [
      { file: faults('kill'), tries: 'what a killed run had said it published is looked for', figures: ['kill'] },
      { file: faults('room'), tries: 'the disk of the store is full after 0 to 23 MB more', figures: ['disk'] },
      { file: faults('room'), tries: 'no file may be larger than 50 kB to 16 MB', figures: ['file-size'] },
      {
        file: faults('room'),
        tries: 'the folder of copies, and that of temporary files, are full',
        figures: ['disk-copy', 'disk-temporary'],
      },
    ],
    open: 'Power cuts are not tried, only ends of the process; files and folders are synced before the link moves.',
  },
  {
    id: 'P3',
    promise: 'The same files, pipeline and version give the same bytes, on any number of threads, in any zone.',
    tests: [
      { file: faults('clocks'), tries: 'the zone of the machine is another', figures: ['zones'] },
      {
        file: faults('clocks'),
        tries: 'as of leap days, ends of years, days on which the hour changes, in two zones',
        figures: ['days'],
      },
      { file: faults('clocks'), tries: 'the clock is put back by days' },
      { file: faults('room'), tries: 'the engine may take 1 to 128 MB', figures: ['memory'] },
      { file: 'test/batteries.test.ts', tries: '1, 2 and 4 threads, rows shuffled' },
    ],
  },
  {
    id: 'P4',
    promise: 'Every record of an input is loaded, or rejected with file, line, column and reason; the sum is printed.',
    tests: [
      {
        file: faults('polluted'),
        tries: 'polluted files are compared with the clean one, cell by cell',
        figures: ['polluted'],
      },
      { file: faults('fuzz'), tries: 'texts, pipeline files and names at random', figures: ['fuzz'] },
      { file: 'test/sources/load.test.ts', tries: 'records = loaded + rejected + skipped, against a count of bytes' },
    ],
  },
  {
    id: 'P5',
    promise: 'Nothing is published where a contract or a check that stops fails; the last good release stays.',
    tests: [
      { file: faults('drift'), tries: 'columns, types, units and volumes of an export change', figures: ['drift'] },
      { file: faults('guards'), tries: 'data that no model can be made of', figures: ['guards'] },
      { file: 'test/pipeline/run.test.ts', tries: 'an audit that fails' },
    ],
  },
  {
    id: 'P6',
    promise: 'Rejected records can be corrected and loaded again, and are not counted twice.',
    tests: [
      {
        file: 'test/sources/load.test.ts',
        tries: 'corrected files and mappings; exact repeats; orders that a later file replaces',
      },
    ],
  },
  {
    id: 'P7',
    promise: 'Who was erased stays erased, also where old files come again or a release is rolled back.',
    tests: [
      {
        file: 'test/pipeline/erasure.test.ts',
        tries: 'every byte and every row of the store is searched; old files come again, releases are rolled back',
      },
    ],
  },
  {
    id: 'P8',
    promise: 'Any earlier release that is kept can be made current again by one command.',
    tests: [
      {
        file: faults('damage'),
        tries: 'a damaged store is left by `bezero rollback` and the next run',
        figures: ['damage-the-end-of-the-warehouse'],
      },
      {
        file: faults('upgrade'),
        tries: 'stores of earlier formats are gone on with, and rolled back',
        figures: ['upgrade'],
      },
      { file: 'test/pipeline/people.test.ts', tries: 'who opted out stays out' },
    ],
  },
  {
    id: 'P9',
    promise: 'Hostile values and names are shown, never executed.',
    tests: [
      { file: 'test/browser/report.test.ts', tries: 'reports with hostile names in Chromium' },
      { file: 'test/exports/libreoffice.test.ts', tries: 'formulas in CSVs and the workbook in LibreOffice' },
      { file: faults('fuzz'), tries: 'names at random as SQL and as files', figures: ['fuzz'] },
    ],
  },
  {
    id: 'P10',
    promise:
      'Nothing is read or written outside the folders that a pipeline names, and no network is used but for its mail.',
    tests: [{ file: 'test/security.test.ts', tries: 'paths, links and extensions that lead elsewhere' }],
  },
  {
    id: 'P11',
    promise: 'Secrets and personal data are in no log and no error.',
    tests: [
      {
        file: 'test/security.test.ts',
        tries: 'values of the data are looked for in what failing and succeeding nights say',
      },
      { file: 'test/commands/mail.test.ts', tries: 'passwords of the mail server' },
    ],
  },
  {
    id: 'P12',
    promise: 'A damaged store is refused, not silently read; there is a way out.',
    tests: [
      {
        file: faults('damage'),
        tries:
          'bits are flipped, pages blanked, files cut off; then the way out is gone, and run again from every other state',
        figures: damage,
      },
      {
        file: faults('upgrade'),
        tries: 'a store of an earlier format is opened, and kept whole beside the first release of this version',
        figures: ['upgrade'],
      },
      { file: 'test/pipeline/people.test.ts', tries: 'what a later version wrote is not written anew by this one' },
    ],
    open: 'Of `people.duckdb` there is no second copy in the store: the way out is a backup. Bits are flipped one at a time.',
  },
];

/** Why some polluted files are read as they stand, and not as they were meant: nothing in them tells. */
export const whySilent = [
  [
    /quote|backslash|separator in a field|line break|tab|space|mark|NUL|long/,
    'a text with other characters in it is a text; in ids tabs and invisible characters are rejected, and spaces around them removed',
  ],
  [/moved to the right/, 'the number of fields is right, and what moved into a text is a text'],
  [
    /missing|cut off/,
    'a record less, or a shorter text at the end of the file: `expect` tells, or the number of records beside other nights',
  ],
  [/names in each other/, 'both columns have values of the same kind'],
] as const;
