/** An open session, as its owner is shown it. */
export interface OwnSession {
  id: string;
  /** "Firefox sur Windows"; null until its first use. */
  device: string | null;
  openedAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  isThis: boolean;
}
