import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { insertAffiliation } from "#app/domain/accounts/accounts.store.server.ts";
import { openAccount } from "#app/domain/federation/open-account.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { federationStory, type Claims } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;
let kept: string;
let left: string;

beforeEach(async () => {
  story = federationStory(database.db);
  kept = (await story.make.school()).uai;
  left = (await story.make.school()).uai;
});

const teacher = (uais: string[], changes: Claims = {}): Claims => ({
  given_name: "Lucie",
  family_name: "Henry",
  email: `lucie-${nextNumber()}@ac.example.org`,
  FrEduFonctAdm: "ENS",
  FrEduRne: uais.map((uai) => `${uai}$UAJ$PU$N$T3$LYC$340`),
  FrEduRneResp: "X",
  ...changes,
});

/** A teacher whom the académie stated in both schools, and who kept both. */
async function ofBoth() {
  const { visit, subject } = await story.arrive("academie", { claims: teacher([kept, left]) });
  const opened = await openAccount(story.ctx, Object.assign({ uais: [kept, left] }, visit));
  if (!opened.ok || opened.value.next !== "signed_in") throw new Error("Nobody was let in");
  const { personId } = opened.value.session;
  const arrive = (claims: Claims) => story.arrive("academie", { subject, claims });
  return { personId, arrive };
}

/** The ends of their stays, by school. */
async function stays(personId: string) {
  const rows = await database.db
    .select({ uai: tables.affiliations.schoolUai, validTo: tables.affiliations.validTo })
    .from(tables.affiliations)
    .where(eq(tables.affiliations.personId, personId))
    .orderBy(asc(tables.affiliations.validFrom), asc(tables.affiliations.schoolUai));
  return rows.map(({ uai, validTo }) => [uai === kept ? "kept" : "left", validTo]);
}

async function told(personId: string) {
  const events = await database.db
    .select({ payload: tables.outboxEvents.payload })
    .from(tables.outboxEvents)
    .where(eq(tables.outboxEvents.type, "account.role_unstated"));
  const theirs = await database.db
    .select({ id: tables.affiliations.id })
    .from(tables.affiliations)
    .where(eq(tables.affiliations.personId, personId));
  return events.filter(({ payload }) => theirs.some(({ id }) => JSON.stringify(payload).includes(id))).length;
}

describe("a role that the académie states no more", () => {
  it("ends at the next sign-in, dated, audited and told; the other one stays", async () => {
    const { personId, arrive } = await ofBoth();
    story.clock.advanceDays(10);
    expect((await arrive(teacher([kept]))).outcome).toMatchObject({ ok: true, value: { next: "signed_in" } });
    expect((await stays(personId)).sort()).toEqual([
      ["kept", null],
      ["left", "2027-03-11"],
    ]);
    expect(await told(personId)).toBe(1);
    const audit = await database.db
      .select({ capacity: tables.auditEntries.capacity, action: tables.auditEntries.action })
      .from(tables.auditEntries)
      .where(eq(tables.auditEntries.subjectId, personId));
    expect(audit.filter(({ action }) => action === "affiliation.ended")).toEqual([
      { action: "affiliation.ended", capacity: "federation" },
    ]);
    await arrive(teacher([kept]));
    expect(await told(personId)).toBe(1);
  });

  it("never ends what the school itself gave", async () => {
    const { personId, arrive } = await ofBoth();
    const given = { personId, role: "teacher", schoolUai: left } as const;
    await database.db.transaction((tx) => insertAffiliation(tx, given, story.clock.now()));
    const office = { personId, role: "schoolOffice", schoolUai: left } as const;
    await database.db.transaction((tx) => insertAffiliation(tx, office, story.clock.now()));
    story.clock.advanceDays(10);
    await arrive(teacher([kept]));
    expect((await stays(personId)).filter(([, validTo]) => validTo !== null)).toEqual([]);
    expect(await told(personId)).toBe(0);
  });

  it("begins again once it is stated again, unless the school ended it meanwhile", async () => {
    const { personId, arrive } = await ofBoth();
    story.clock.advanceDays(1);
    await arrive(teacher([kept]));
    story.clock.advanceDays(1);
    await arrive(teacher([kept, left]));
    const again = ["left", null];
    expect(await stays(personId)).toContainEqual(again);
    const head = await story.make.as((await story.make.staff("schoolHead", left)).id);
    expect(await endMembership(head, { uai: left, personId })).toEqual({ ok: true });
    story.clock.advanceDays(1);
    await arrive(teacher([kept, left]));
    expect(await stays(personId)).not.toContainEqual(again);
  });

  it("leaves an account without any space, which still opens: its page says what to do", async () => {
    const { personId, arrive } = await ofBoth();
    story.clock.advanceDays(1);
    const { outcome } = await arrive(teacher([]));
    expect(outcome).toMatchObject({ ok: true, value: { next: "signed_in", session: { roles: [] } } });
    expect(await told(personId)).toBe(2);
  });

  it("ends too when the académie gives no function of ours any more", async () => {
    const { personId, arrive } = await ofBoth();
    story.clock.advanceDays(1);
    const { outcome } = await arrive(teacher([kept, left], { FrEduFonctAdm: "AGENT" }));
    expect(outcome).toMatchObject({ ok: false, error: { code: "no_role" } });
    expect((await stays(personId)).map(([, validTo]) => validTo)).toEqual(["2027-03-02", "2027-03-02"]);
  });
});
