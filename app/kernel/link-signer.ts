/** What a signed link opens; a token made for one purpose is worth nothing for another. A calendar is that of one campaign. */
export type LinkPurpose =
  | "guardian"
  | "supervisor"
  | "found"
  | "unsubscribe"
  | `calendar ${string}`
  | "alert"
  | "help"
  | "slot"
  | "device"
  | "access"
  | "proof";

/** The code that a card bears, drawn from its identifier; what is kept of it; what counts the guesses that begin alike. */
export type DigestUse = "activation code" | "activation hash" | "activation guess";

/**
 * Makes the tokens of links that need no account. A token bears an identifier and a version under the service's secret, so
 * that nothing that opens a door is kept in the database, and raising the version closes every link sent before.
 */
export interface LinkSigner {
  sign(purpose: LinkPurpose, id: string, version?: number): string;
  /** What a token says, or null for one that we did not make. */
  read(purpose: LinkPurpose, token: string): { id: string; version: number } | null;
  /** The six digits that go with an identifier: the same each time, unguessable without the secret. */
  codeFor(id: string): string;
  /**
   * 64 hexadecimal digits that go with a text, one for each of our secrets, today's first: what was kept under the secret before
   * is still found.
   */
  digests(use: DigestUse, text: string): [string, ...string[]];
}
