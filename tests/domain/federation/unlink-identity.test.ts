import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { unlinkIdentity } from "#app/domain/federation/unlink-identity.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { identities, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

async function linked(options: { password?: string } = {}) {
  const make = factories(database.db, clock);
  const { id: personId } = await make.person({}, options);
  const identity = { personId, issuer: "academie", subject: newId(), validFrom: clock.now() };
  await database.db.insert(identities).values(identity);
  return make.as(personId);
}

it("takes a federation's identity off one's own account, and tells its owner", async () => {
  const [owner, other] = [await linked({ password: "un mot de passe assez long" }), await linked()];
  expect(await unlinkIdentity(owner, { provider: "academie" })).toEqual({ ok: true });
  expect(await unlinkIdentity(owner, { provider: "academie" })).toMatchObject({
    error: { code: "not_found" },
  });
  const rows = await database.db.select().from(identities).where(eq(identities.issuer, "academie"));
  const endOf = (personId: string) => rows.find((row) => row.personId === personId)?.validTo;
  expect(endOf(owner.actor.personId)).toEqual(clock.now());
  expect(endOf(other.actor.personId)).toBeNull();
  const told = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "account.identity_unlinked"));
  expect(told).toEqual([{ payload: { personId: owner.actor.personId } }]);
});

it("leaves the only way in", async () => {
  const owner = await linked();
  expect(await unlinkIdentity(owner, { provider: "academie" })).toMatchObject({
    error: { code: "only_way_in" },
  });
});
