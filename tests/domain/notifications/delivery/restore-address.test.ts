import { expect, it } from "vitest";
import { restoreAddress } from "#app/domain/notifications/delivery/restore-address.server.ts";
import { suppressedAddresses } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("lets mail be sent again to the one who asks, and to nobody else", async () => {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const [owner, other] = [await make.person(), await make.person()];
  const lost = { reason: "bounced", suppressedAt: clock.now() };
  await database.db.insert(suppressedAddresses).values(
    [owner, other].map(({ email }) => ({
      address: email ?? "",
      reason: lost.reason,
      suppressedAt: lost.suppressedAt,
    })),
  );
  for (const _press of [1, 2]) expect((await restoreAddress(await make.as(owner.id))).ok).toBe(true);
  const left = await database.db.select({ address: suppressedAddresses.address }).from(suppressedAddresses);
  expect(left).toEqual([{ address: other.email }]);
});
