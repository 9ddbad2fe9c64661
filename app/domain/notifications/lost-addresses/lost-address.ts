/** An address to which no mail is sent any more: the pupil's own, or that of a representative. */
export interface LostAddress {
  pupilId: string;
  /** Null for the pupil's own. */
  guardian: { id: string; name: string; email: string } | null;
  /** As far as it can be recognised. */
  hint: string;
  /** The mailbox refuses it, or its owner said that our messages are unwanted. */
  reason: "bounced" | "complained";
  since: Date;
}

export type CorrectAddressFailure =
  | { code: "not_found" }
  /** Its owner alone can want our messages again. */
  | { code: "unwanted" }
  /** The new one takes no mail either. */
  | { code: "also_lost" };
