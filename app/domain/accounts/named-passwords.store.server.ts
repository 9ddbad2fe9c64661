import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { identities } from "#db/schema/index.ts";
import { isSignInName, signInNameOf } from "./sign-in-name.ts";

/** Without the letters and digits that are taken for one another. */
const SIGNS = "acdefghjkmnpqrtuwxy2346789";
const DRAWN = 4;
const MOST_TRIES = 10;

/** Another password for an account that has one: gives what it signs in with, or null when it has none yet. */
export async function changePassword(
  tx: Queryable,
  { personId, passwordHash }: { personId: string; passwordHash: string },
): Promise<string | null> {
  const [changed] = await tx
    .update(identities)
    .set({ passwordHash })
    .where(and(eq(identities.personId, personId), eq(identities.issuer, "password")))
    .returning({ subject: identities.subject });
  return changed?.subject ?? null;
}

/** The first password of someone who signs in without an address: gives the name that was drawn for them. */
export async function insertNamedPassword(
  tx: Queryable,
  { personId, firstName, passwordHash }: { personId: string; firstName: string; passwordHash: string },
  now: Date,
): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const subject = signInNameOf(firstName, drawSigns());
    const [inserted] = await tx
      .insert(identities)
      .values({ personId, issuer: "password", subject, passwordHash, validFrom: now })
      .onConflictDoNothing({ target: [identities.issuer, identities.subject] })
      .returning({ id: identities.id });
    if (inserted) return subject;
  }
  throw new Error("No sign-in name was free");
}

/** What the person signs in with when it is not an address. */
export async function findSignInName(tx: Queryable, personId: string): Promise<string | null> {
  const [found] = await tx
    .select({ subject: identities.subject })
    .from(identities)
    .where(and(eq(identities.personId, personId), eq(identities.issuer, "password")));
  return found && isSignInName(found.subject) ? found.subject : null;
}

function drawSigns(): string {
  return Array.from({ length: DRAWN }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
