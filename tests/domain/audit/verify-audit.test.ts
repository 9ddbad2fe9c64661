import { sql, type SQL } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChainFault } from "#app/domain/audit/verify-audit.server.ts";
import { auditStory } from "./audit-story.ts";

const story = auditStory();
/** The entries and seals as they should be, to begin again from. */
const copies = ["audit_entries", "audit_seals"];

beforeAll(async () => {
  for (let seal = 0; seal < 4; seal += 1) {
    await story.write();
    await story.write();
    await story.seal();
    story.clock.advanceDays(1);
  }
  for (const table of copies)
    await story.db().execute(sql.raw(`create table kept_${table} as select * from ${table}`));
});

async function restore(): Promise<void> {
  await story.tamper(
    sql`delete from audit_entries`,
    sql`delete from audit_seals`,
    sql`insert into audit_seals select * from kept_audit_seals`,
    sql`insert into audit_entries select * from kept_audit_entries`,
  );
}

const TAMPERED: { what: string; statement: SQL; seal: number; fault: ChainFault }[] = [
  {
    what: "an entry changed",
    statement: sql`update audit_entries set actor_id = id where seal = 2`,
    seal: 2,
    fault: "entries_altered",
  },
  {
    what: "an instant moved by a millisecond",
    statement: sql`update audit_entries set at = at - interval '1 ms' where seal = 3`,
    seal: 3,
    fault: "entries_altered",
  },
  {
    what: "an entry taken away",
    statement: sql`delete from audit_entries where id = (select min(id::text)::uuid from audit_entries where seal = 3)`,
    seal: 3,
    fault: "entries_missing",
  },
  {
    what: "every entry of a seal taken away",
    statement: sql`delete from audit_entries where seal = 1`,
    seal: 1,
    fault: "entries_missing",
  },
  {
    what: "an entry slipped in",
    statement: sql`insert into audit_entries select gen_random_uuid(), at, action, actor_id, capacity, subject_kind, subject_id, reason, request_id, network, seal from audit_entries where seal = 2 limit 1`,
    seal: 2,
    fault: "entries_added",
  },
  {
    what: "a seal taken away",
    statement: sql`delete from audit_seals where number = 2`,
    seal: 3,
    fault: "seal_missing",
  },
  {
    what: "a seal dated otherwise",
    statement: sql`update audit_seals set sealed_at = sealed_at - interval '1 day' where number = 2`,
    seal: 2,
    fault: "seal_altered",
  },
  {
    what: "a seal made anew",
    statement: sql`update audit_seals set hash = repeat('a', 64), entries_hash = repeat('b', 64) where number = 2`,
    seal: 2,
    fault: "seal_altered",
  },
  {
    what: "a seal tied to another",
    statement: sql`update audit_seals set previous_hash = repeat('a', 64) where number = 3`,
    seal: 3,
    fault: "chain_cut",
  },
];

describe("the chain of seals", () => {
  it("holds as it was written", async () => {
    await restore();
    expect(await story.verify()).toMatchObject({ broken: null, seals: 4, entries: 8, forgotten: 0 });
  });

  it.each(TAMPERED)("tells where it breaks: $what", async ({ statement, seal, fault }) => {
    await restore();
    await story.tamper(statement);
    expect((await story.verify()).broken).toMatchObject({ seal, fault });
  });

  it("shows by a seal noted elsewhere that its end was cut off", async () => {
    await restore();
    const { head } = await story.verify();
    expect((await story.verify(head?.hash)).broken).toBeNull();
    await story.tamper(
      sql`delete from audit_entries where seal = 4`,
      sql`delete from audit_seals where number = 4`,
    );
    expect((await story.verify()).broken).toBeNull();
    expect((await story.verify(head?.hash)).broken).toMatchObject({ fault: "head_unknown" });
  });
});
