import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { openHostAccount } from "../../hosts/team/open-host-account.server.ts";
import { insertAffiliation } from "../accounts.store.server.ts";
import { openSession, type SignedIn } from "../open-session.server.ts";
import { findLink, findPersonByEmail, markCompleted, markUsed, rightOf } from "./links.store.server.ts";
import { stateOf } from "./one-time-link.ts";

/** What follows the use of a link. `choose_password`, `name_first_member`: by the same browser, within the half hour. */
export type UsedLink =
  | { next: "signed_in"; session: SignedIn }
  | { next: "choose_password" }
  | { next: "name_first_member" }
  | { next: "sign_in" };

/** Uses a link once: two presses at the same instant open one session. */
export async function useLink(
  { db, clock }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<UsedLink, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const link = await findLink(tx, linkId, { lock: true });
      if (!link) return err({ code: "not_found" });
      if (!(await markUsed(tx, linkId, now)))
        return err({ code: stateOf(link, now) === "used" ? "used" : "expired" });
      if (link.purpose === "sign_in") {
        if (!link.personId) return err({ code: "no_account" });
        await markCompleted(tx, linkId, now);
        return ok({ next: "signed_in", session: await openSession(tx, link.personId, now) } as const);
      }
      if (link.purpose === "host_sign_up") {
        const personId =
          link.email === null ? null : await openHostAccount(tx, { linkId, email: link.email }, now);
        if (personId === null) return err({ code: "no_account" });
        await markCompleted(tx, linkId, now);
        return ok({ next: "signed_in", session: await openSession(tx, personId, now) } as const);
      }
      if (link.purpose === "school_claim") return ok({ next: "name_first_member" } as const);
      const invited = link.email === null ? null : await findPersonByEmail(tx, link.email);
      if (!invited) return ok({ next: "choose_password" } as const);
      const right = rightOf(link);
      if (!right) return err({ code: "no_account" });
      await insertAffiliation(tx, { ...right, personId: invited.id }, now);
      await markCompleted(tx, linkId, now);
      return ok({ next: "sign_in" } as const);
    },
    { on: { persons_email_unique: { code: "no_account" } } },
  );
}
