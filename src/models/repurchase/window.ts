/** Days in which it is seen who buys again, and what was known before them. */
export interface LabelWindow {
  /** The day before the window, `2026-08-22`: features know nothing later. */
  readonly since: string;
  /** Its last day. */
  readonly until: string;
  /** `features.customer` as of `since`. */
  readonly before: string;
  /** `features.customer` as of `until`, or of a later day without further purchases. */
  readonly after: string;
}

/** A window, as it turned out. */
export interface SeenWindow extends Pick<LabelWindow, 'since' | 'until'> {
  /** Who had bought up to `since`, and had not lapsed then. */
  readonly customers: number;
  /** Those of them who bought again in the window. */
  readonly again: number;
}
