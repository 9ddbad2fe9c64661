import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";

/** What a browser is asked to make a passkey, and to sign in with one. */
export type PasskeyCreation = Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">;
export type PasskeyRequest = Omit<PublicKeyCredentialRequestOptionsJSON, "extensions">;

/** Characters of the name that people give their passkey. */
export const PASSKEY_LABEL_MAX = 60;

/** More than anyone has devices. */
export const MAX_PASSKEYS = 10;

/** Name of a passkey whose owner gives none. */
export const DEFAULT_PASSKEY_LABEL = "Clé d’accès";

/** A passkey as its owner sees it. */
export interface PasskeyView {
  id: string;
  label: string;
  /** Also on the owner's other devices. */
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The site that passkeys are made for. */
export interface RelyingParty {
  /** Domain of the site. */
  id: string;
  origin: string;
}

export function relyingParty(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}
