/** The figures of an earlier run that the report compares with. */
export interface PreviousRun {
  readonly runId: string;
  /** `2026-11-20` */
  readonly asOf: string;
  /** Customers with a purchase. */
  readonly buyers: number;
  readonly netRevenue: number;
  readonly profit: number;
  /** Records rejected, of all loads. */
  readonly rejected?: number;
  /** Left out: its warehouse is gone, or too old to tell. */
  readonly customers?: CustomerChanges;
  /** Segments that people call otherwise since. Left out: it cannot be told. */
  readonly renamed?: readonly Renamed[];
  /** Audiences that people entered or left since, those with most of them first. Left out: it cannot be told. */
  readonly audiences?: readonly AudienceChange[];
}

/** A segment with another name. */
export interface Renamed {
  readonly before: string;
  readonly now: string;
}

/** An audience, by its title, with other members. */
export interface AudienceChange {
  readonly audience: string;
  readonly entered: number;
  readonly left: number;
}

/** What became of the customers of an earlier run. */
export interface CustomerChanges {
  /** Of all of them then; left out where nobody was valued, or it is not to be compared with that of now. */
  readonly lifetimeValue?: number;
  /** Who has lapsed since. */
  readonly lapsed: number;
  /** Who has bought, and costs more than they bring only since. */
  readonly losing: number;
}

/** A rule that a run checked, and how many rows break it. */
export interface AuditResult {
  /** `marts.customer_profit` */
  readonly relation: string;
  readonly rule: string;
  readonly bad: number;
}

/** A published file that the report offers. */
export interface OfferedFile {
  /** Relative to the report: `segments/s1-loyal-regulars.csv`. */
  readonly file: string;
  readonly rows: number;
  /** The segment that the file holds; left out: all customers, prospects. */
  readonly segment?: string;
  /** The audience that the file holds. */
  readonly audience?: string;
  /** The campaign whose people to contact the file holds. */
  readonly campaign?: string;
}

/** What the report cannot read from the warehouse. */
export interface ReportContext {
  /** Whose customers: the name of the company or the pipeline. */
  readonly title: string;
  /** `2026-11-21` */
  readonly asOf: string;
  readonly runId: string;
  /** ISO 4217 */
  readonly currency: string;
  /** BCP 47; English where left out. */
  readonly locale?: string;
  readonly previous?: PreviousRun;
  /** Sentences of the run on sources and records: a file that is late. */
  readonly warnings?: readonly string[];
  /** Sentences of the run on its models: one that did not converge. */
  readonly remarks?: readonly string[];
  readonly audits?: readonly AuditResult[];
  readonly files?: readonly OfferedFile[];
  /** Version of the program, for the last line of the page. */
  readonly version?: string;
}
