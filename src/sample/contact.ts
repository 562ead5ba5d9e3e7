/** A row of the interactions table but for its id and customer. Empty text: not known. */
export interface Contact {
  readonly moment: number;
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: string;
  readonly campaign?: string;
  readonly referrer?: string;
  readonly seconds?: number;
  readonly cost?: string;
  readonly outcome: string;
  readonly sentiment?: string;
  readonly text?: string;
}
