import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { addPasskey } from "#app/domain/accounts/passkeys/add-passkey.server.ts";
import { enterWithPasskey } from "#app/domain/accounts/passkeys/enter-with-passkey.server.ts";
import { relyingParty } from "#app/domain/accounts/passkeys/passkey.ts";
import {
  askForPasskey,
  listPasskeys,
  proposePasskey,
} from "#app/domain/accounts/passkeys/passkeys.queries.server.ts";
import { removePasskey } from "#app/domain/accounts/passkeys/remove-passkey.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { Authenticator } from "#tests/support/authenticator.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const secrets = createSecretBox("dGhlIGtleSBvZiB0aGVzZSB0ZXN0cywgMzIgYnl0ZXM=");
const site = relyingParty("https://stage.example.org");

it("forgets one's own passkey, which opens nothing any more, and nobody else's", async () => {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const host = async () => {
    const { id } = await make.person({}, { password: "un mot de passe assez long" });
    await make.affiliate(id, "employer");
    return { ...(await make.as(id)), secrets };
  };
  const [owner, other] = [await host(), await host()];
  const device = new Authenticator();
  const made = device.make(await proposePasskey(owner, site), { site });
  await addPasskey(owner, { response: made, label: "Téléphone", site });
  const [passkey] = await listPasskeys(database.db, owner.actor);
  const passkeyId = passkey?.id ?? "";
  expect(await removePasskey(other, { passkeyId })).toMatchObject({ error: { code: "not_found" } });
  expect(await removePasskey(owner, { passkeyId })).toEqual({ ok: true });
  const told = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "account.passkey_removed"));
  expect(told).toEqual([{ payload: { personId: owner.actor.personId } }]);
  const response = device.answer(await askForPasskey(owner, site), { site });
  expect(await enterWithPasskey(owner, { response, site })).toMatchObject({
    error: { code: "unknown_passkey" },
  });
});
