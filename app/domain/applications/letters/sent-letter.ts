/** A letter that the pupil has sent and may take up again. */
export interface SentLetter {
  applicationId: string;
  title: string;
  organisation: string;
  sentAt: Date;
}

/** Hosts that the pupil wrote to, but the one of this offer: their names have no place in a letter to it. */
export function otherHostsOf(letters: readonly SentLetter[], organisation: string): string[] {
  const names = letters.map((letter) => letter.organisation);
  return [...new Set(names)].filter((name) => name !== organisation);
}
