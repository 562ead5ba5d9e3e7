/** What having much of something and having little of it are called. */
export interface Ends {
  readonly high: string;
  readonly low: string;
}
