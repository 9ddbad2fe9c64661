import { beforeAll, expect, it } from "vitest";
import { addPasskey } from "#app/domain/accounts/passkeys/add-passkey.server.ts";
import { MAX_PASSKEYS, relyingParty } from "#app/domain/accounts/passkeys/passkey.ts";
import { listPasskeys, proposePasskey } from "#app/domain/accounts/passkeys/passkeys.queries.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { Authenticator } from "#tests/support/authenticator.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const secrets = createSecretBox("dGhlIGtleSBvZiB0aGVzZSB0ZXN0cywgMzIgYnl0ZXM=");
const site = relyingParty("https://stage.example.org");
const elsewhere = relyingParty("https://stage.example.net");
let make: Factories;

beforeAll(async () => {
  make = factories(database.db, clock);
  await make.reference();
});

async function someone(role: "employer" | "pupil" = "employer") {
  const { id } = await make.person();
  await make.affiliate(id, role, role === "pupil" ? { schoolUai: (await make.school()).uai } : {});
  return { ...(await make.as(id)), secrets };
}

type Owner = Awaited<ReturnType<typeof someone>>;

const add = (owner: Owner, response: ReturnType<Authenticator["make"]>) =>
  addPasskey(owner, { response, label: "Téléphone", site });

it("keeps what a device has made, and tells its owner", async () => {
  const owner = await someone();
  const device = new Authenticator();
  const options = await proposePasskey(owner, site);
  expect(await add(owner, device.make(options, { site }))).toEqual({ ok: true });
  expect(await listPasskeys(database.db, owner.actor)).toMatchObject([
    { label: "Téléphone", backedUp: false, createdAt: clock.now(), lastUsedAt: null },
  ]);
  const told = await database.db.select({ payload: outboxEvents.payload }).from(outboxEvents);
  expect(told).toContainEqual({ payload: { personId: owner.actor.personId } });
  // The device is named, so that it does not make a second one; and making it anyhow changes nothing.
  const again = await proposePasskey(owner, site);
  expect(again.excludeCredentials).toHaveLength(1);
  expect(await add(owner, device.make(again, { site }))).toMatchObject({ error: { code: "already_added" } });
});

it("refuses an answer to another page, from another site, without its owner, or after ten minutes", async () => {
  const owner = await someone();
  const other = await someone();
  const device = new Authenticator();
  const refused = { ok: false, error: { code: "refused" } };
  const options = await proposePasskey(owner, site);
  const foreign = await proposePasskey(other, site);
  expect(await add(owner, device.make(foreign, { site }))).toEqual(refused);
  expect(await add(owner, device.make({ challenge: "AAAA" }, { site }))).toEqual(refused);
  expect(await add(owner, device.make(options, { site: elsewhere }))).toEqual(refused);
  expect(await add(owner, device.make(options, { site, verified: false }))).toEqual(refused);
  const later = fakeClock();
  later.advanceDays(11 / 1440);
  const late = { ...owner, clock: later };
  expect(await add(late, device.make(options, { site }))).toEqual(refused);
  expect(await listPasskeys(database.db, owner.actor)).toEqual([]);
});

it("reads no attestation, whose certificates could name any address", async () => {
  const owner = await someone();
  const sent = new Authenticator().make(await proposePasskey(owner, site), { site }, "fido-u2f");
  expect(await add(owner, sent)).toMatchObject({ error: { code: "refused" } });
});

it("is not offered to pupils, nor beyond ten", async () => {
  const pupil = await someone("pupil");
  const sent = new Authenticator().make(await proposePasskey(pupil, site), { site });
  expect(await add(pupil, sent)).toMatchObject({ error: { code: "not_offered" } });

  const owner = await someone();
  const options = await proposePasskey(owner, site);
  const outcomes = await Promise.all(
    Array.from({ length: MAX_PASSKEYS + 2 }, () => add(owner, new Authenticator().make(options, { site }))),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(MAX_PASSKEYS);
  expect(await listPasskeys(database.db, owner.actor)).toHaveLength(MAX_PASSKEYS);
});
