import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { ENTRIES_A_SEAL } from "#app/domain/audit/seal-audit.server.ts";
import { auditEntries, auditSeals } from "#db/schema/index.ts";
import { auditStory } from "./audit-story.ts";

const story = auditStory();

it("seals what was written since the last time, and nothing when there is nothing", async () => {
  await story.seal();
  expect(await story.seal()).toBeNull();
  await story.write();
  await story.write();
  const first = await story.seal();
  await story.write();
  const second = await story.seal();
  expect(second?.number).toBe((first?.number ?? 0) + 1);
  expect(await story.verify(first?.hash)).toMatchObject({ broken: null, unsealed: 0, head: second });
});

it("holds an entry committed late in the seal that follows, without a gap", async () => {
  await story.seal();
  const before = await story.verify();
  await story.db().transaction(async (tx) => {
    await story.write(tx);
    await story.write();
    expect(await story.seal()).not.toBeNull();
    expect(await story.verify()).toMatchObject({ broken: null, unsealed: 0 });
  });
  expect(await story.verify()).toMatchObject({ broken: null, unsealed: 1 });
  await story.seal();
  expect(await story.verify()).toMatchObject({ broken: null, unsealed: 0, entries: before.entries + 2 });
});

it("seals once when two workers seal at the same instant, and goes on beyond the size of one seal", async () => {
  await story.seal();
  const before = await story.verify();
  await story.db().execute(sql`
    insert into audit_entries (id, at, action, capacity)
    select gen_random_uuid(), ${story.clock.now().toISOString()}::timestamptz, 'campaign.saved', 'admin'
    from generate_series(1, ${ENTRIES_A_SEAL + 1})`);
  await Promise.all([story.seal(), story.seal(), story.seal()]);
  const after = await story.verify();
  expect(after).toMatchObject({ broken: null, unsealed: 0, entries: before.entries + ENTRIES_A_SEAL + 1 });
  expect(after.seals).toBe(before.seals + 2);
});

it("is waited for by nobody who writes: an append holds no lock that another needs", async () => {
  await story.db().transaction(async (tx) => {
    await story.write(tx);
    await story.db().transaction(async (other) => {
      await other.execute(sql`set local lock_timeout = 500`);
      await story.write(other);
    });
  });
});

it("lets the database refuse whatever changes what was written, its seals and its whole", async () => {
  await story.write();
  await story.seal();
  await story.write();
  for (const statement of [
    sql`update audit_entries set action = 'offer.approved'`,
    sql`update audit_entries set seal = null`,
    sql`update audit_entries set seal = 1, at = at + interval '1 day' where seal is null`,
    sql`delete from audit_entries`,
    sql`truncate audit_entries`,
    sql`truncate audit_seals cascade`,
    sql`update audit_seals set hash = previous_hash`,
    sql`delete from audit_seals`,
  ])
    expect(await story.refusal(statement)).toMatch(/append-only/);
  expect(await story.verify()).toMatchObject({ broken: null, unsealed: 1 });
});

it("has no room for a name, an address or a sentence", async () => {
  const at = story.clock.now();
  const row = { at, action: "campaign.saved", capacity: "admin", subjectKind: "person" } as const;
  for (const words of ["Inès Martin", "ines@example.org", "elle a appelé"]) {
    await expect(
      story
        .db()
        .insert(auditEntries)
        .values(Object.assign({ subjectId: words }, row)),
    ).rejects.toThrow();
    await expect(
      story
        .db()
        .insert(auditEntries)
        .values(Object.assign({ subjectId: "a", reason: words }, row)),
    ).rejects.toThrow();
  }
  expect(await story.db().$count(auditSeals)).toBeGreaterThan(0);
});
