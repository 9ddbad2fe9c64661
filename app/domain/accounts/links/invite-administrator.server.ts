import type { UseCaseContext } from "../../use-case.ts";
import { insertLink } from "./links.store.server.ts";

/** Whoever runs the service invites an administrator, the first one included. Gives the identifier that the link is signed from. */
export async function inviteAdministrator(
  { db, clock }: UseCaseContext,
  { email }: { email: string },
): Promise<string> {
  return db.transaction((tx) =>
    insertLink(tx, { purpose: "admin_invitation", personId: null, email }, clock.now()),
  );
}
