/** What a signed link opens; a token made for one purpose is worth nothing for another. A calendar is that of one campaign. */
export type LinkPurpose =
  "guardian" | "unsubscribe" | `calendar ${string}` | "alert" | "device" | "access" | "proof";

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
}
