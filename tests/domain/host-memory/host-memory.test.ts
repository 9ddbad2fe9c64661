import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listHosts } from "#app/domain/host-memory/host-memory.queries.server.ts";
import { readHostFilters } from "#app/domain/host-memory/host-memory.ts";
import { erasePupils } from "#app/domain/personal-data/erasers/pupils.server.ts";
import { agreements, hostOrganisations } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { memoryStory } from "./memory-story.ts";

const database = testDatabase();
const all = readHostFilters(new URLSearchParams());

describe("what a school remembers of its hosts", () => {
  it("counts its pupils by year and by week, and names none of them", async () => {
    const { teacherContext, make, school, classGroup, offer, place, pupil } = await memoryStory(database.db);
    const second = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
    await place(second.id, offer.id, 1);
    const { hosts } = await listHosts(database.db, teacherContext.actor, all);
    expect(hosts).toMatchObject([
      { years: [{ pupils: 2, week1: 2, week2: 1 }], offerTitles: [offer.title], welcomed: null, opinions: 0 },
    ]);
    expect(JSON.stringify(hosts)).not.toContain(pupil.lastName);
  });

  it("outlives the yearly erasure of pupils", async () => {
    const { teacherContext, clock } = await memoryStory(database.db);
    const before = (await listHosts(database.db, teacherContext.actor, all)).hosts;
    clock.set("2027-10-01T08:00:00Z");
    await erasePupils({ db: database.db, clock }, 100);
    expect((await listHosts(database.db, teacherContext.actor, all)).hosts).toEqual(before);
  });

  it("is read by the team of that school alone, and forgets a place that is cancelled", async () => {
    const { stranger, teacherContext, agreementId } = await memoryStory(database.db);
    expect((await listHosts(database.db, stranger.actor, all)).hosts).toEqual([]);
    await database.db.update(agreements).set({ status: "cancelled" }).where(eq(agreements.id, agreementId));
    expect((await listHosts(database.db, teacherContext.actor, all)).hosts).toEqual([]);
  });

  it("is searched by words, whatever their accents, and by year", async () => {
    const { teacherContext, organisation } = await memoryStory(database.db);
    await database.db
      .update(hostOrganisations)
      .set({ name: "Éclat & Métal" })
      .where(eq(hostOrganisations.id, organisation.id));
    const found = async (query: string) =>
      (
        await listHosts(database.db, teacherContext.actor, readHostFilters(new URLSearchParams(query)))
      ).hosts.map(({ name }) => name);
    expect(await found("q=eclat metal")).toEqual(["Éclat & Métal"]);
    expect(await found("q=100%25")).toEqual([]);
    expect(await found("annee=1999-2000")).toEqual([]);
    expect(await found("annee=n'importe")).toEqual(["Éclat & Métal"]);
  });

  it("is read page after page, each host once", async () => {
    const { teacherContext, agreementId } = await memoryStory(database.db);
    const { db } = database;
    const copyOf = sql`select gen_random_uuid() as id, gen_random_uuid() as host, n from generate_series(1, 44) n`;
    await db.execute(sql`
      with made as materialized (${copyOf}), hosts as (
        insert into host_organisations (id, name, siret, is_public, address_line, postcode, town, created_at)
        select m.host, 'Structure ' || m.n, lpad(m.n::text, 14, '0'), false, '1 rue du Port', '35000', 'Rennes', g.created_at
        from made m, agreements g where g.id = ${agreementId} returning id)
      insert into agreements (id, campaign_id, pupil_id, school_uai, class_group_id, organisation_id, status, current_version, created_at, updated_at)
      select m.id, g.campaign_id, g.pupil_id, g.school_uai, g.class_group_id, m.host, 'draft', 1, g.created_at, g.updated_at
      from made m, agreements g where g.id = ${agreementId}`);
    await db.execute(sql`
      insert into agreement_versions (agreement_id, version, text_id, content, content_hash, created_at)
      select g.id, 1, v.text_id, v.content, v.content_hash, v.created_at from agreements g, agreement_versions v
      where v.agreement_id = ${agreementId} and not exists (select 1 from agreement_versions w where w.agreement_id = g.id)`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listHosts(db, teacherContext.actor, { ...all, cursor });
      seen.push(...page.hosts.map(({ siret }) => siret));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });
});
