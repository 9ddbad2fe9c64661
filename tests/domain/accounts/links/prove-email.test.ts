import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { insertLink } from "#app/domain/accounts/links/links.store.server.ts";
import { proveEmail } from "#app/domain/accounts/links/prove-email.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
beforeAll(() => {
  make = factories(database.db, clock);
});

async function asked(email = `nouvelle-${nextNumber()}@example.org`) {
  const person = await make.person({ email: null });
  const link = { purpose: "email_proof", personId: person.id, email } as const;
  const linkId = await database.db.transaction((tx) => insertLink(tx, link, clock.now()));
  const address = async () =>
    (await database.db.select().from(persons).where(eq(persons.id, person.id)))[0]?.email;
  return { person, email, linkId, address };
}

describe("an address given for an account", () => {
  it("becomes its own once its owner opens the link from there, once", async () => {
    const { person, email, linkId, address } = await asked();
    const owner = await make.as(person.id);
    const twice = await Promise.all([proveEmail(owner, { linkId }), proveEmail(owner, { linkId })]);
    expect(twice).toContainEqual({ ok: true });
    expect(twice).toContainEqual({ ok: false, error: { code: "used" } });
    expect(await address()).toBe(email);
  });

  it("opens nothing to whoever reads it by mistake", async () => {
    const { linkId, address } = await asked();
    const reader = await make.as((await make.person()).id);
    expect(await proveEmail(reader, { linkId })).toEqual({ ok: false, error: { code: "no_account" } });
    const alone = await openLink({ db: database.db, clock }, { linkId });
    expect(alone).toEqual({ ok: false, error: { code: "no_account" } });
    expect(await address()).toBeNull();
  });

  it("stays with the account that has it already", async () => {
    const { email } = await make.person();
    const { person, linkId, address } = await asked(email ?? "");
    expect(await proveEmail(await make.as(person.id), { linkId })).toEqual({
      ok: false,
      error: { code: "no_account" },
    });
    expect(await address()).toBeNull();
  });

  it("is not proved by a link of another kind", async () => {
    const person = await make.person();
    const link = { purpose: "sign_in", personId: person.id, email: null } as const;
    const linkId = await database.db.transaction((tx) => insertLink(tx, link, clock.now()));
    expect(await proveEmail(await make.as(person.id), { linkId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
