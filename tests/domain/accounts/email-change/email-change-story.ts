import { and, desc, eq } from "drizzle-orm";
import { answerEmailChange } from "#app/domain/accounts/email-change/answer-email-change.server.ts";
import { requestEmailChange } from "#app/domain/accounts/email-change/request-email-change.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { auditEntries, emailChanges, persons, sessions } from "#db/schema/index.ts";
import type { Database } from "#db/client.ts";
import { newId } from "#app/kernel/ids.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { accountStory, PASSWORD } from "../account-story.ts";

/** Someone signed in who wishes for another address. */
export async function emailChangeStory(db: Database) {
  const { clock, make, ctx, person, email, open } = await accountStory(db);
  const wished = `nouvelle-${nextNumber()}@example.org`;
  const as = await make.as(person.id);
  const ask = (input: { email?: string; current?: string; oldIsLost?: boolean } = {}) =>
    requestEmailChange(as, {
      email: input.email ?? wished,
      current: input.current ?? PASSWORD,
      oldIsLost: input.oldIsLost ?? false,
      sessionId: newId(),
    });
  const change = async () => {
    const [row] = await db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.personId, person.id))
      .orderBy(desc(emailChanges.id));
    if (!row) throw new Error("No change was asked for");
    return row;
  };
  const linkTo = async (end: "old" | "new") => {
    const { oldLinkId, newLinkId } = await change();
    return (end === "old" ? oldLinkId : newLinkId) ?? "";
  };
  return {
    clock,
    make,
    ctx,
    person,
    as,
    old: email,
    wished,
    open,
    ask,
    change,
    linkTo,
    answerAtNew: async (actor = as.actor) => answerEmailChange(ctx, { linkId: await linkTo("new"), actor }),
    answerAtOld: async () => answerEmailChange(ctx, { linkId: await linkTo("old"), actor: null }),
    address: async () => (await db.select().from(persons).where(eq(persons.id, person.id)))[0]?.email,
    openSessions: () => db.$count(sessions, eq(sessions.personId, person.id)),
    enter: (typed: string) => signIn(ctx, { email: typed, password: PASSWORD }),
    audited: async (action: typeof auditEntries.$inferSelect.action) =>
      db.$count(auditEntries, and(eq(auditEntries.action, action), eq(auditEntries.subjectId, person.id))),
  };
}
