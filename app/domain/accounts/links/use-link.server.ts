import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { openSession, type SignedIn } from "../open-session.server.ts";
import { acceptInvitation } from "./invitations.store.server.ts";
import { findPersonByEmail, markCompleted, takeLink } from "./links.store.server.ts";
import type { OneTimePurpose } from "./one-time-link.ts";

/** What follows the use of a link. `choose_password`, `name_first_member`: by the same browser, within the half hour. */
export type UsedLink =
  | { next: "signed_in"; session: SignedIn }
  | { next: "choose_password" }
  | { next: "name_first_member" }
  | { next: "sign_in" };

/** They open nothing by themselves: another use case takes them for the proof of an address. */
const PROOFS: readonly OneTimePurpose[] = [
  "email_proof",
  "school_request",
  "email_change_old",
  "email_change_new",
];

/** Uses a link once: two presses at the same instant open one session. */
export async function useLink(
  { db, clock, origin }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<UsedLink, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const taken = await takeLink(tx, linkId, now);
    if (!taken.ok) return taken;
    const link = taken.value;
    if (link.purpose === "sign_in") {
      if (!link.personId) return err({ code: "no_account" });
      await markCompleted(tx, linkId, now);
      return ok({ next: "signed_in", session: await openSession(tx, link.personId, now) } as const);
    }
    if (PROOFS.includes(link.purpose)) return err({ code: "no_account" });
    if (link.purpose === "school_claim") return ok({ next: "name_first_member" } as const);
    const invited = link.email === null ? null : await findPersonByEmail(tx, link.email);
    if (!invited) return ok({ next: "choose_password" } as const);
    if (!(await acceptInvitation(tx, link, invited.id, now, { origin }))) return err({ code: "no_account" });
    await markCompleted(tx, linkId, now);
    return ok({ next: "sign_in" } as const);
  });
}
