import type { Engine } from '../engine/engine.ts';
import type { AuditResult, PreviousRun } from '../reports/context.ts';
import type { LabelWindow } from '../models/repurchase/window.ts';
import type { Former } from './former.ts';
import type { People } from './people/file.ts';
import type { Remark } from '../text/remark.ts';
import type { PublishedFile } from './record.ts';

/** What is the same for all days that a run computes. */
export interface Night {
  /** Of bezero. */
  readonly version: string;
  /** The day on which it is run, in the time zone of the pipeline. */
  readonly today: string;
  /** Marks the list of erased people that everything is held against; null: nobody was. */
  readonly erasures: string | null;
  /** How many steps may run at a time. */
  readonly lanes: number;
}

/** What a step may use and what it leaves for the record of the run. */
export interface StepContext extends Night {
  readonly engine: Engine;
  readonly runId: string;
  /** `2026-11-21`: nothing later is read. */
  readonly asOf: string;
  /** Folder that the release is made in. */
  readonly folder: string;
  /** The release before, with what became of its customers, for files to compare with; null before the outputs, and where there is none. */
  readonly previous: PreviousRun | null;
  /** The warehouse of the release before; null where there is none. */
  readonly former: Former | null;
  /** The same where it is of a release that people have files of: not of a past day. */
  readonly since?: (Former & { readonly run: string }) | null;
  /** What people decided, whatever the data say. */
  readonly people: People;
  /** The last windows in which it was seen who bought again; none where no step asks for them. */
  readonly windows: readonly LabelWindow[];
  readonly audits: AuditResult[];
  /** What is wrong with sources and records. */
  readonly warnings: Remark[];
  /** What a reader of the results should know. */
  readonly remarks: Remark[];
  readonly files: PublishedFile[];
}

/** One step of a run: what it reads and writes (relations), and the work. The order of a run follows from reads and writes. */
export interface PlannedStep {
  /** `features.customer_rfm`, `kmeans`, `report.html` */
  readonly name: string;
  readonly kind: 'load' | 'relation' | 'model' | 'output';
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What it does with what it reads, in words: `holds the conditions of the audiences against marts.customer`; left out: as its kind does. */
  readonly does?: (reads: string) => string;
  /** The select of a relation. */
  readonly sql?: string;
  /** The relation is kept as a view. */
  readonly isView?: boolean;
  /** Does the work; says in a few words what came out. */
  run(context: StepContext): Promise<{ readonly rows: number | null; readonly outcome: string }>;
}
