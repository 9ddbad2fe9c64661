import { last } from "#app/kernel/last.ts";

/**
 * How an organisation was proven to be the one that its SIRET names. Until then it is claimed: whoever types a SIRET that
 * nobody here holds becomes its first member, and pupils see nothing of it.
 */
export const ORGANISATION_PROOFS = ["directory", "email_domain", "moderation", "earlier"] as const;
export type OrganisationProof = (typeof ORGANISATION_PROOFS)[number];

/** Mailboxes that anyone can open say nothing of an employer. */
const PUBLIC_MAILBOXES = new Set(
  [
    "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr",
    "icloud.com me.com mac.com proton.me protonmail.com gmx.com gmx.fr mail.com yandex.com zoho.com aol.com",
    "orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr laposte.net numericable.fr club-internet.fr aliceadsl.fr",
  ].flatMap((line) => line.split(" ")),
);

/** The domain of an address that tells whom its owner works for; null for one that tells nothing. */
export function employerDomain(email: string | null): string | null {
  const domain = last(email?.split("@") ?? [])?.toLowerCase() ?? "";
  return domain.includes(".") && !PUBLIC_MAILBOXES.has(domain) ? domain : null;
}

/** What the establishments of one company share; the demonstration's numbers hold none. */
export function sirenOf(siret: string): string | null {
  return siret.startsWith("00000") ? null : siret.slice(0, 9);
}
