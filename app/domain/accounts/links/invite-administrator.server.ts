import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { insertLink } from "./links.store.server.ts";

/** Whoever runs the service invites an administrator, the first one included. Gives the identifier that the link is signed from. */
export async function inviteAdministrator(
  { db, clock }: UseCaseContext,
  { email }: { email: string },
): Promise<string> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const linkId = await insertLink(tx, { purpose: "admin_invitation", personId: null, email }, now);
    const on = { kind: "link" as const, id: linkId };
    await appendAudit(tx, {}, { action: "administrator.invited", as: "operator", on }, now);
    return linkId;
  });
}
