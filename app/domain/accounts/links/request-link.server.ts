import type { UseCaseContext } from "../../use-case.ts";
import { findPersonByEmail, insertLink } from "./links.store.server.ts";
import type { OneTimePurpose } from "./one-time-link.ts";

/**
 * Someone who has forgotten their password, or wishes to sign in without one, asks for a link. Whether the address has an account
 * changes neither the answer nor the work done before it: a row and an event are written all the same, and only the dispatch of
 * the event, later, finds nobody to write to.
 */
export async function requestLink(
  { db, clock }: UseCaseContext,
  input: { email: string; purpose: Exclude<OneTimePurpose, "admin_invitation">; untilNext?: boolean },
): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await findPersonByEmail(tx, input.email);
    const { purpose, untilNext } = input;
    await insertLink(tx, { purpose, personId: person?.id ?? null, email: null, untilNext }, clock.now());
  });
}
