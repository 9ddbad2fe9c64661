import { auditEntries } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

export const WHY = { reason: "asked_by_owner" as const, explanation: "Vous avez perdu votre téléphone." };

/** Two administrators, and people whose accounts they read. */
export function openingStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const make = () => factories(database.db, clock);
  return {
    db: () => database.db,
    clock,
    async admin() {
      const { id } = await make().person();
      await make().affiliate(id, "admin");
      const origin = { requestId: "0190a1b2", network: "192.0.2" };
      return Object.assign(await make().as(id), { origin });
    },
    person: () => make().person({ firstName: "Zoé", lastName: "Inventée-Duval" }),
    as: (personId: string) => make().as(personId),
    acts: async () => (await database.db.select().from(auditEntries)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
