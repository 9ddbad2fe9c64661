import { eq, isNull, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { DEMONSTRATION_PASSWORD } from "#app/domain/accounts/demonstration-accounts.ts";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { SEALED_STATUSES } from "#app/domain/agreements/agreement.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { applyRetention, forgetHourly } from "#app/domain/personal-data/apply-retention.server.ts";
import * as tables from "#db/schema/index.ts";
import { seedDemonstration } from "#db/seed/demonstration.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { columnsHolding } from "./scan-columns.ts";

const database = testDatabase();
const clock = fakeClock("2027-03-01T10:00:00Z");
const PERSONAS = ["ines.martin@example.org", "lea.rousseau@example.org", "karim.benali@example.org"];

/** What holds an agreement that was validated, and its document: kept five years. */
const ARCHIVE = ["agreement_versions.content", "agreement_documents.bytes"];

/** Runs what the night runs until nothing is left to do. */
async function applyAll(): Promise<void> {
  const { db } = database;
  for (let more = true; more;) ({ more } = await applyRetention({ db, clock }, { limit: 50 }));
  await forgetHourly({ db, clock });
}

async function dispatchAll(): Promise<void> {
  const { db, url } = database;
  const { id, dispatchedAt } = tables.outboxEvents;
  const context = jobContext(db, url, "http://127.0.0.1:9", { clock });
  const waiting = await db.select({ id }).from(tables.outboxEvents).where(isNull(dispatchedAt));
  for (const event of waiting) await dispatchEvent(context, event.id);
}

async function personOf(email: string) {
  const [person] = await database.db.select().from(tables.persons).where(eq(tables.persons.email, email));
  if (!person) throw new Error(`Nobody has ${email}`);
  return person;
}

async function brokenInvariants(): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, broken: rows } of INVARIANTS)
    if ((await database.db.execute(rows)).length > 0) broken.push(name);
  return broken;
}

/** By what the pupils who applied, and their representatives, can be known. */
async function findWords(): Promise<string[]> {
  const { db } = database;
  const people = await db.execute<{
    name: string;
    email: string;
    birth: string | null;
    parent: string;
    phone: string;
  }>(sql`
    select p.first_name || ' ' || p.last_name as name, p.email, p.birth_date::text as birth, g.email as parent, g.phone
    from persons p join guardians g on g.pupil_id = p.id
    where p.email in ${PERSONAS} or exists (select 1 from applications a where a.pupil_id = p.id)`);
  const ofPersonas = ["Inès", "Léa", "Karim", "Benali", "Rousseau", "Hélène Martin", "06 39 98 70 70"];
  const ofAll = people.flatMap(({ name, email, birth, parent, phone }) => [
    name,
    email,
    birth,
    parent,
    phone,
  ]);
  return [...ofPersonas, ...ofAll].filter((word) => word !== null);
}

/** The pupils of the demonstration leave their names wherever someone can. */
async function leaveNamesEverywhere(): Promise<void> {
  const { db } = database;
  const [ines, lea] = [await personOf("ines.martin@example.org"), await personOf("lea.rousseau@example.org")];
  const actor = await findActor(db, ines.id, clock.now());
  if (!actor) throw new Error("Inès has no account");
  await signIn({ db, clock }, { email: PERSONAS[0] ?? "", password: DEMONSTRATION_PASSWORD });
  await requestLink({ db, clock }, { email: PERSONAS[0] ?? "", purpose: "password_reset" });
  const motivation = "Je m’appelle Inès Martin, et j’aimerais découvrir votre métier.";
  const [offer] = await db.execute<{ id: string }>(sql`
    select offer_id as id from offer_search where reserved_to is null and accepts_both_weeks and free_week_1 > 0 and free_week_2 > 0 limit 1`);
  const ctx = { db, clock, actor };
  expect((await submitApplication(ctx, { offerId: offer?.id ?? "", motivation, choice: "both" })).ok).toBe(
    true,
  );
  expect((await requestHelp(ctx, { topic: "search", body: "C’est Inès : personne ne répond." })).ok).toBe(
    true,
  );
  for (const guardian of await db
    .select()
    .from(tables.guardians)
    .where(eq(tables.guardians.pupilId, ines.id)))
    await requestLetterCode({ db, clock }, { guardianId: guardian.id });
  const note = { pupilId: ines.id, kind: "note" as const, body: "Inès préfère un appel le soir." };
  await db.insert(tables.pupilLogEntries).values({ ...note, writtenAt: clock.now() });
  await db.update(tables.persons).set({ phone: "06 39 98 70 70" }).where(eq(tables.persons.id, ines.id));

  const [agreement] = await db.select().from(tables.agreements).where(eq(tables.agreements.pupilId, lea.id));
  if (!agreement) throw new Error("Léa has no agreement");
  const about = { agreementId: agreement.id, version: 1, createdAt: clock.now() };
  await db
    .insert(tables.agreementRemarks)
    .values({ ...about, addressee: "host", comment: "Pour Léa : quels horaires ?" });
  const bytes = Buffer.from("Convention de LEA ROUSSEAU, lea.rousseau@example.org");
  await db.insert(tables.agreementDocuments).values([
    { ...about, stage: "draft", sha256: "0", bytes },
    { ...about, stage: "validated", sha256: "0", bytes },
  ]);
  const [at, parent] = [clock.now(), "helene.martin@example.org"];
  await db
    .insert(tables.suppressedAddresses)
    .values({ address: parent, reason: "bounced", suppressedAt: at });
  await db
    .insert(tables.mailOptOuts)
    .values({ address: PERSONAS[0] ?? "", topic: "reminders", optedOutAt: at });
  await db.insert(tables.rateLimits).values({ key: `sign-in:${PERSONAS[0]}`, points: 1, expire: at });
  await db.execute(
    sql`select graphile_worker.add_job('deliver_messages', payload := '{"to": "lea.rousseau@example.org"}', max_attempts := 1)`,
  );
  await db.execute(
    sql`update graphile_worker._private_jobs set attempts = 1, updated_at = ${at.toISOString()}::timestamptz where payload::text like '%lea.rousseau%'`,
  );
  await dispatchAll();
  await db.execute(sql`insert into stand_in_mails (id, body_hash, sender, recipient, subject, html, text, received_at)
    select gen_random_uuid(), '0', 'service@example.org', recipient, subject, html, text, created_at from messages where recipient is not null`);
}

beforeAll(async () => {
  await seedDemonstration(database.db, clock);
}, 60_000);

it("leaves nothing of the year's pupils on 1 October, in any column of any table, outside the archive of agreements", async () => {
  const { db } = database;
  const make = factories(db, clock);
  await leaveNamesEverywhere();
  const words = await findWords();
  const before = await columnsHolding(db, words);
  expect(before).toEqual(expect.arrayContaining([...ARCHIVE, "messages.html", "help_requests.body"]));
  expect(before.length).toBeGreaterThan(20);

  clock.set("2027-09-29T10:00:00Z");
  await sweepDeadlines({ db, clock }, { limit: 1_000 });
  await applyAll();
  await dispatchAll();
  expect(await columnsHolding(db, words)).toEqual(
    expect.arrayContaining(["persons.last_name", "messages.recipient"]),
  );
  const next = await make.classGroup("0359901A", "2de A", "2027-2028");
  const newcomer = await make.pupil({ schoolUai: "0359901A", classGroupId: next.id });

  clock.set("2027-09-30T05:00:00Z");
  await applyAll();
  clock.set("2027-10-01T05:00:00Z");
  await applyAll();
  expect(await columnsHolding(db, words)).toEqual(ARCHIVE.toSorted());
  const left = await db
    .selectDistinct({ status: tables.agreements.status })
    .from(tables.agreements)
    .innerJoin(tables.agreementDocuments, eq(tables.agreementDocuments.agreementId, tables.agreements.id));
  expect(left.every(({ status }) => SEALED_STATUSES.includes(status))).toBe(true);
  expect(await brokenInvariants()).toEqual([]);
  expect(await personOf(newcomer.email ?? "")).toMatchObject({ lastName: newcomer.lastName, erasedAt: null });
  expect(await personOf("sophie.bernard@example.org")).toMatchObject({ lastName: "Bernard", erasedAt: null });

  clock.set("2032-03-02T05:00:00Z");
  await applyAll();
  expect(await columnsHolding(db, words)).toEqual([]);
}, 120_000);
