/** A test that holds a promise. */
export interface Holder {
  /** From the root of the project. */
  readonly file: string;
  /** What it tries. */
  readonly tries: string;
  /** What of it would be enough to believe the promise; left out: that it passes. */
  readonly asks?: string;
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
        asks: 'at least 200 kills; nothing torn, lost or unequal',
        figures: ['kill'],
      },
      {
        file: faults('kill'),
        tries: 'control: a run that publishes in its place must be caught',
        asks: 'some torn: the test can fail',
        figures: ['kill-control'],
      },
      {
        file: faults('statements'),
        tries: 'every statement fails in turn, every second time with all that follow',
        asks: 'every statement; nothing torn or unequal, each failure in words',
        figures: ['statements'],
      },
      {
        file: faults('files'),
        tries: 'every file operation fails in turn',
        asks: 'every operation; nothing torn or unequal, each failure in words',
        figures: ['files-once', 'files-for-ever'],
      },
      {
        file: faults('together'),
        tries: 'a reader compares every file with the manifest while releases are published',
        asks: 'nothing mixed',
        figures: ['reader'],
      },
      { file: faults('together'), tries: 'two runs begin at once', asks: 'one of two refused', figures: ['two-runs'] },
    ],
  },
  {
    id: 'P2',
    promise: 'A run that said “published” is still there after a crash or on a full disk.',
    tests: [
      {
        file: faults('kill'),
        tries: 'what a killed run had said it published is looked for',
        asks: 'no release lost',
        figures: ['kill'],
      },
      {
        file: faults('room'),
        tries: 'the disk of the store is full after 0 to 23 MB more',
        asks: 'nothing torn, each failure in words, every rerun equal',
        figures: ['disk'],
      },
      {
        file: faults('room'),
        tries: 'no file may be larger than 50 kB to 16 MB',
        asks: 'nothing torn, each failure in words, every rerun equal',
        figures: ['file-size'],
      },
      {
        file: faults('room'),
        tries: 'another folder is full',
        asks: 'said in words; nothing left behind',
        figures: ['disk-copy', 'disk-temporary'],
      },
    ],
    open: 'Power cuts are not tried, only ends of the process; files and folders are synced before the link moves.',
  },
  {
    id: 'P3',
    promise: 'The same files, pipeline and version give the same bytes, on any number of threads, in any zone.',
    tests: [
      {
        file: faults('clocks'),
        tries: 'the zone of the machine is another',
        asks: 'every zone equal',
        figures: ['zones'],
      },
      {
        file: faults('clocks'),
        tries: 'as of leap days, ends of years, days on which the hour changes, in two zones',
        asks: 'every day equal',
        figures: ['days'],
      },
      { file: faults('clocks'), tries: 'the clock is put back by days' },
      {
        file: faults('room'),
        tries: 'the engine may take 1 to 128 MB',
        asks: 'the same lists, or a refusal in words',
        figures: ['memory'],
      },
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
        asks: 'at least 2,000 files, none bent',
        figures: ['polluted'],
      },
      {
        file: faults('fuzz'),
        tries: 'texts, pipeline files and names at random',
        asks: 'no crash, and every refusal in words',
        figures: ['fuzz'],
      },
      { file: 'test/sources/load.test.ts', tries: 'records = loaded + rejected + skipped, against a count of bytes' },
    ],
  },
  {
    id: 'P5',
    promise: 'Nothing is published where a contract or a check that stops fails; the last good release stays.',
    tests: [
      {
        file: faults('drift'),
        tries: 'columns, types, units and volumes of an export change',
        asks: 'stopped, or told where it may go on',
        figures: ['drift'],
      },
      {
        file: faults('guards'),
        tries: 'data that no model can be made of',
        asks: 'a release or a refusal, no wrong figure',
        figures: ['guards'],
      },
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
      {
        file: 'test/pipeline/erasure-list.test.ts',
        tries:
          'one of the two files that list who was erased is gone, damaged, or an older one that came from a backup',
      },
    ],
  },
  {
    id: 'P8',
    promise:
      'Any earlier release of the same version that keeps its warehouse (`keep`) can be made current again by one command; one that an earlier version made is, or a sentence says which version it needs.',
    tests: [
      {
        file: faults('damage'),
        tries: 'a damaged store is left by `bezero rollback` and the next run',
        asks: 'a way out of every refusal',
        figures: ['damage-the-end-of-the-warehouse'],
      },
      {
        file: faults('upgrade'),
        tries: 'stores of earlier formats are gone on with, and rolled back',
        asks: 'every format gone on with, rolled back to or refused in words, and kept whole',
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
      {
        file: faults('fuzz'),
        tries: 'names at random as SQL and as files',
        asks: 'no crash, and every refusal in words',
        figures: ['fuzz'],
      },
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
        asks: 'at least 100 flips and 100 cuts in all; none read in silence, a way out of each',
        figures: damage,
      },
      {
        file: faults('upgrade'),
        tries: 'a store of an earlier format is opened, and kept whole beside the first release of this version',
        asks: 'every format gone on with or refused in words, and kept whole',
        figures: ['upgrade'],
      },
      { file: 'test/pipeline/people.test.ts', tries: 'what a later version wrote is not written anew by this one' },
    ],
    open: 'Of `people.duckdb` there is no second copy in the store but of who was erased: the way out is a backup, and an older one is told from a newer one only where somebody was erased in between. Bits are flipped one at a time.',
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

/** Counts that break a promise where they are not 0, but in a control. */
export const mustBeZero = [
  ...['torn', 'releases lost', 'unequal', 'wrong', 'mixed', 'bent', 'without a sentence', 'left behind'],
  ...['left aside', 'no way out'],
] as const;

/** What a part of a row is called, where one test has several. */
export const partNames: Readonly<Record<string, string>> = {
  'files-once': 'it alone (no room)',
  'files-for-ever': 'it and all that follow (as if the process ended there)',
  'disk-copy': 'the folder of copies',
  'disk-temporary': 'the folder of temporary files',
  ...Object.fromEntries(damage.map((name) => [name, name.slice('damage-'.length).replaceAll('-', ' ')])),
};

/** Counts that add up to another one. */
export const partsOf: Readonly<Record<string, { readonly whole: string; readonly parts: readonly string[] }>> = {
  drift: { whole: 'changes', parts: ['stopped', 'warned of', 'gone on'] },
  guards: { whole: 'shops', parts: ['published', 'refused'] },
  'two-runs': { whole: 'runs', parts: ['published', 'refused'] },
  disk: { whole: 'disks', parts: ['full', 'large enough'] },
  polluted: { whole: 'files', parts: ['exact', 'flagged', 'refused', 'taken at its word'] },
};

/** The words of the figures. */
export const legend = [
  ['failed', 'the night said so and published nothing: good'],
  ['survived', 'the night did without what failed, and its release is whole: good'],
  ['refused', 'nothing was done, and a sentence says why: good'],
  ['torn', 'the store held neither the release before nor the new one, whole: must be 0'],
  ['releases lost', 'said to be published, and gone: must be 0'],
  [
    'states rerun',
    'states of the store that a disturbed night left, from each of which the next night was run; equal states count once',
  ],
  ['unequal', 'the night after did not give the same bytes as an undisturbed one: must be 0'],
  ['reruns equal', 'it did: as many as were run'],
  ['without a sentence', 'ended without words, or by a mistake of the program: must be 0'],
  ['left aside, left behind', 'files that nothing sweeps: must be 0'],
  ['runs that were done before', 'the run had ended before it was to be killed'],
  ['mixed', 'a reader saw files of two releases: must be 0'],
  ['wrong', 'something else than must be: must be 0'],
  ['without effect', 'what was harmed is not read, or means the same: the release is right'],
  ['no way out', 'no command leads out of a refusal: must be 0'],
  [
    'kept whole, same customers',
    'the earlier release lies untouched beside the new one, with the same customers: as many as formats',
  ],
  [
    'rolled back to, refused in words',
    'the earlier release can be made current again, or a sentence says that another version is needed',
  ],
  ['exact, flagged', 'read as it was meant; or what is not is rejected: good'],
  ['taken at its word', 'another reader finds the same cells; see the end of this page'],
  ['bent', 'a cell was loaded that the file does not hold: must be 0'],
] as const;
