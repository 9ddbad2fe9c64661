/**
 * Encrypts what the database must keep but not show. `place` says whose secret it is: a sealed text copied to another row
 * opens no more.
 */
export interface SecretBox {
  seal(place: string, secret: string): string;
  /** The secret, or null when none of our keys opens the text at this place. */
  open(place: string, sealed: string): string | null;
  /** Whether a text is sealed with today's key; one in clear, or under the key before it, is to be sealed anew. */
  isCurrent(text: string): boolean;
  isSealed(text: string): boolean;
}
