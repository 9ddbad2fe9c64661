import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { changePassword } from "#app/domain/accounts/security/change-password.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { oneTimeLinks, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { accountStory, PASSWORD } from "../account-story.ts";

const database = testDatabase();
const OTHER = "girafe lanterne cascade tiroir";

it("gives this browser a new session, ends all others and every link, and tells the owner", async () => {
  const { ctx, clock, make, person, email, open } = await accountStory(database.db);
  const [here, elsewhere] = [await open(), await open()];
  await requestLink(ctx, { email, purpose: "password_reset" });
  const changed = await changePassword(await make.as(person.id), { current: PASSWORD, password: OTHER });
  if (!changed.ok) throw new Error(changed.error.code);
  expect(changed.value.token).not.toBe(here.token);
  expect(await getSession(ctx, here.token)).toBeNull();
  expect(await getSession(ctx, elsewhere.token)).toBeNull();
  expect(await getSession(ctx, changed.value.token)).toMatchObject({ actor: { personId: person.id } });
  const [link] = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, person.id));
  expect(link?.expiresAt).toEqual(clock.now());
  const told = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "account.password_changed"));
  expect(told).toEqual([{ payload: { personId: person.id } }]);
  expect(await signIn(ctx, { email, password: PASSWORD })).toMatchObject({
    error: { code: "invalid_credentials" },
  });
  expect(await signIn(ctx, { email, password: OTHER })).toMatchObject({ ok: true });
});

it("asks for the current password, and for one that is hard to guess", async () => {
  const { ctx, make, person, email, open } = await accountStory(database.db);
  const here = await open();
  const as = await make.as(person.id);
  const refusals = [
    await changePassword(as, { current: "un tout autre mot de passe", password: OTHER }),
    await changePassword(as, { current: PASSWORD, password: "azertyuiop" }),
    await changePassword(as, { current: PASSWORD, password: `${email}1` }),
  ];
  expect(refusals).toMatchObject([
    { error: { code: "wrong_password" } },
    { error: { code: "weak_password", reason: "guessable" } },
    { error: { code: "weak_password", reason: "personal" } },
  ]);
  expect(await getSession(ctx, here.token)).not.toBeNull();
});

it("changes it once when two tabs ask at the same instant", async () => {
  const { make, person } = await accountStory(database.db);
  const as = await make.as(person.id);
  const both = await Promise.all([
    changePassword(as, { current: PASSWORD, password: OTHER }),
    changePassword(as, { current: PASSWORD, password: `${OTHER} bis` }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});
