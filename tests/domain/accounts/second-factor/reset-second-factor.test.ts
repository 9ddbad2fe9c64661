import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { findAccounts, getFoundAccount } from "#app/domain/accounts/found-accounts.queries.server.ts";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { mustEnrol } from "#app/domain/accounts/second-factor/enrolment.queries.server.ts";
import { resetSecondFactor } from "#app/domain/accounts/second-factor/reset-second-factor.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { auditEntries, identities, outboxEvents, passkeys, secondFactorResets } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const reason = "Reconnu au téléphone par la secrétaire de son lycée.";
let make: Factories;
let admin: ActorContext;
let teacher: { id: string };

beforeAll(async () => {
  make = factories(database.db, clock);
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  admin = await make.as(person.id);
  await make.reference();
  teacher = await make.person(
    { firstName: "Zoé", lastName: "Inventée-Duval" },
    { password: "un mot de passe assez long" },
  );
  await make.affiliate(teacher.id, "teacher", { schoolUai: (await make.school()).uai });
});

const account = () => getFoundAccount(database.db, teacher.id, clock.now());

it("takes a lost second factor away, keeps why, ends the sessions and tells the owner, who sets up another one", async () => {
  expect(await resetSecondFactor(admin, { personId: teacher.id, reason })).toMatchObject({
    error: { code: "nothing_to_reset" },
  });
  await database.db
    .update(identities)
    .set({ totpSecret: "sealed" })
    .where(eq(identities.personId, teacher.id));
  await insertSession(database.db, teacher.id, clock.now(), true);
  await database.db.insert(passkeys).values({
    personId: teacher.id,
    credentialId: "on-the-lost-telephone",
    publicKey: new Uint8Array(1),
    counter: 0,
    label: "Téléphone",
    backedUp: false,
    createdAt: clock.now(),
  });
  expect(await account()).toMatchObject({ hasSecondFactor: true, openSessions: 1 });
  const other = await make.as(teacher.id);
  expect(await resetSecondFactor(other, { personId: teacher.id, reason })).toMatchObject({ ok: false });
  expect(await resetSecondFactor(admin, { personId: admin.actor.personId, reason })).toMatchObject({
    error: { code: "own_account" },
  });
  expect(await resetSecondFactor(admin, { personId: teacher.id, reason })).toMatchObject({ ok: true });
  expect(await account()).toMatchObject({ hasSecondFactor: false, openSessions: 0 });
  expect(await database.db.$count(passkeys)).toBe(0);
  expect(await mustEnrol({ db: database.db, clock }, { personId: teacher.id, actor: null })).toBe(true);
  expect(await database.db.select().from(secondFactorResets)).toMatchObject([
    { personId: teacher.id, resetBy: admin.actor.personId, reason, resetAt: clock.now() },
  ]);
  const acts = await database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.actorId, admin.actor.personId));
  expect(acts).toMatchObject([
    { action: "account.second_factor_reset", subjectId: teacher.id, reason: null },
  ]);
  const events = await database.db.select({ type: outboxEvents.type }).from(outboxEvents);
  expect(events).toEqual([{ type: "account.second_factor_reset" }]);
});

it("finds an account by its address or by words of its name", async () => {
  expect(await findAccounts(database.db, "duval zoe")).toMatchObject([{ personId: teacher.id }]);
  const email = (await account())?.email ?? "";
  expect(await findAccounts(database.db, email.toUpperCase())).toMatchObject([{ personId: teacher.id }]);
  expect(await findAccounts(database.db, "%")).toEqual([]);
  expect(await account()).toMatchObject({ affiliations: [{ role: "teacher" }] });
});

it("is done by the head of a school for those who work there and nowhere else", async () => {
  const school = await make.school();
  const head = await make.as((await make.staff("schoolHead", school.uai)).id);
  const reset = (personId: string) => resetSecondFactor(head, { personId, reason });
  const someone = async () => {
    const { id } = await make.person({}, { password: "un mot de passe assez long" });
    await database.db.update(identities).set({ totpSecret: "sealed" }).where(eq(identities.personId, id));
    return id;
  };
  const colleague = await someone();
  await make.affiliate(colleague, "teacher", { schoolUai: school.uai });
  const elsewhere = await someone();
  await make.affiliate(elsewhere, "teacher", { schoolUai: school.uai });
  await make.affiliate(elsewhere, "teacher", { schoolUai: (await make.school()).uai });
  const administrator = await someone();
  await make.affiliate(administrator, "teacher", { schoolUai: school.uai });
  await make.affiliate(administrator, "admin");
  expect(await reset(colleague)).toMatchObject({ ok: true });
  for (const other of [elsewhere, administrator, teacher.id, await someone()])
    expect(await reset(other)).toMatchObject({ error: { code: "not_found" } });
  expect(await reset(head.actor.personId)).toMatchObject({ error: { code: "own_account" } });
  const colleagues = await make.as((await make.staff("teacher", school.uai)).id);
  expect(await resetSecondFactor(colleagues, { personId: colleague, reason })).toMatchObject({
    error: { code: "not_found" },
  });
});
