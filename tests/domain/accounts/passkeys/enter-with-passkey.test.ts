import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { addPasskey } from "#app/domain/accounts/passkeys/add-passkey.server.ts";
import { enterWithPasskey } from "#app/domain/accounts/passkeys/enter-with-passkey.server.ts";
import { relyingParty } from "#app/domain/accounts/passkeys/passkey.ts";
import {
  askForPasskey,
  listPasskeys,
  proposePasskey,
} from "#app/domain/accounts/passkeys/passkeys.queries.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { identities, spentChallenges } from "#db/schema/index.ts";
import { Authenticator } from "#tests/support/authenticator.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const secrets = createSecretBox("dGhlIGtleSBvZiB0aGVzZSB0ZXN0cywgMzIgYnl0ZXM=");
const site = relyingParty("https://stage.example.org");
const refused = { ok: false, error: { code: "refused" } };
let make: Factories;

beforeAll(async () => {
  make = factories(database.db, fakeClock());
  await make.reference();
});

/** A teacher, whose password alone would ask for a code, with a passkey. */
async function owner() {
  const clock = fakeClock();
  const { id } = await make.person({}, { password: "un mot de passe assez long" });
  await make.affiliate(id, "teacher", { schoolUai: (await make.school()).uai });
  const ctx = { ...(await make.as(id)), clock, secrets };
  const device = new Authenticator();
  const response = device.make(await proposePasskey(ctx, site), { site });
  await addPasskey(ctx, { response, label: "Téléphone", site });
  const enter = (sent: ReturnType<Authenticator["answer"]>) =>
    enterWithPasskey({ db: database.db, clock, secrets }, { response: sent, site });
  return { id, clock, ctx, device, enter, ask: () => askForPasskey({ clock, secrets }, site) };
}

it("opens a whole session: the device has checked its owner", async () => {
  const { id, clock, ctx, device, enter, ask } = await owner();
  const entered = await enter(device.answer(await ask(), { site }));
  if (!entered.ok) throw new Error("Refused");
  expect(entered.value).toMatchObject({ personId: id, secondFactorNeeded: false, roles: ["teacher"] });
  const session = await getSession({ db: database.db, clock }, entered.value.token);
  expect(session?.actor?.personId).toBe(id);
  expect(await listPasskeys(database.db, ctx.actor)).toMatchObject([{ lastUsedAt: clock.now() }]);
});

it("takes one answer to a challenge, whoever sends it again, even at the same instant", async () => {
  const { clock, device, enter, ask } = await owner();
  const sent = device.answer(await ask(), { site });
  const outcomes = await Promise.all([enter(sent), enter(sent), enter(sent)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await enter(sent)).toEqual(refused);
  // What was spent is forgotten once its time is over, and then refused for being late.
  clock.advanceDays(11 / 1440);
  await forgetExpiredAccess({ db: database.db, clock });
  expect(await database.db.$count(spentChallenges)).toBe(0);
  expect(await enter(sent)).toEqual(refused);
});

it("refuses another key, another site, a challenge of another page, and a device that has not checked its owner", async () => {
  const { ctx, device, enter, ask } = await owner();
  const asked = await ask();
  const { id, rawId } = device.answer(asked, { site });
  expect(await enter({ ...new Authenticator().answer(asked, { site }), id, rawId })).toEqual(refused);
  expect(await enter(device.answer(asked, { site: relyingParty("https://stage.example.net") }))).toEqual(
    refused,
  );
  expect(await enter(device.answer(await proposePasskey(ctx, site), { site }))).toEqual(refused);
  expect(await enter(device.answer(asked, { site, verified: false }))).toEqual(refused);
  expect(await enter(new Authenticator().answer(asked, { site }))).toMatchObject({
    error: { code: "unknown_passkey" },
  });
});

it("refuses a copy, whose count of uses is behind", async () => {
  const { device, enter, ask } = await owner();
  expect((await enter(device.answer(await ask(), { site, counter: 7 }))).ok).toBe(true);
  expect(await enter(device.answer(await ask(), { site, counter: 7 }))).toEqual(refused);
  expect((await enter(device.answer(await ask(), { site, counter: 8 }))).ok).toBe(true);
});

it("opens nothing once the account is closed", async () => {
  const { id, clock, device, enter, ask } = await owner();
  await database.db.update(identities).set({ validTo: clock.now() }).where(eq(identities.personId, id));
  expect(await enter(device.answer(await ask(), { site }))).toEqual(refused);
});
