/** A teacher to whom one pupil is entrusted. */
export interface Referent {
  id: string;
  name: string;
  reason: string | null;
  entrustedAt: Date;
  /** Null when that person is no longer known. */
  byName: string | null;
  /** The reader is that teacher. */
  isMe: boolean;
}

export interface Colleague {
  personId: string;
  name: string;
}

export const REFERENT_REASON_LENGTH = 300;
