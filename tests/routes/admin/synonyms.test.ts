import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action as act, loader as open } from "#app/routes/admin/synonym-group.tsx";
import { action as add, loader as list } from "#app/routes/admin/synonyms.tsx";
import { searchSynonyms } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let admin: { id: string };
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  admin = await make.person({ firstName: "Alex", lastName: "Roux" });
  await make.affiliate(admin.id, "admin");
});
beforeEach(async () => {
  cookie = await cookieOf(app, admin.id);
  await database.db.delete(searchSynonyms);
});

async function write(...words: string[]): Promise<string> {
  const id = newId();
  const now = clock.now();
  await database.db.insert(searchSynonyms).values({ id, words, createdAt: now, updatedAt: now });
  return id;
}
const read = (query = "") => list(routeArgs(app, { path: `/admin/synonymes${query}`, cookie }));
const addGroup = (words: string) =>
  statusOf(() => add(routeArgs(app, { path: "/admin/synonymes", cookie, form: { intent: "save", words } })));
const groupArgs = (groupId: string, form?: Record<string, string>) =>
  routeArgs(app, { path: `/admin/synonymes/${groupId}`, cookie, params: { groupId }, ...(form && { form }) });
const change = (groupId: string, form: Record<string, string>) =>
  statusOf(() => act(groupArgs(groupId, { intent: "save", ...form })));
const groups = async () => (await database.db.select().from(searchSynonyms)).map(({ words }) => words);
const finds = async (typed: string) => (await readWords(database.db, typed))?.query ?? "";

describe("the list of synonyms", () => {
  it("goes by the first word, whatever its accents, and from page to page", async () => {
    for (let number = 0; number < 60; number += 1)
      await write(`mot${String(number).padStart(2, "0")}`, "autre");
    await write("Écolo", "nature");
    const first = await read();
    expect(first).toMatchObject({ total: 61, isFirstPage: true, groups: { length: 50 } });
    expect(first.groups[0]?.words[0]).toBe("Écolo");
    const second = await read(`?curseur=${encodeURIComponent(first.nextCursor ?? "")}`);
    expect(second).toMatchObject({ total: 61, isFirstPage: false, nextCursor: null, groups: { length: 11 } });
    expect(second.groups.at(-1)?.words[0]).toBe("mot59");
  });

  it("keeps the groups that hold the letters asked, without accents or case", async () => {
    await write("véto", "vétérinaire");
    await write("jeux vidéo", "gaming");
    expect((await read("?mot=VETERI")).groups).toMatchObject([{ words: ["véto", "vétérinaire"] }]);
    expect((await read("?mot=jeux vid")).total).toBe(1);
    expect(await read("?mot=%25")).toMatchObject({ total: 2 });
    expect(await read("?mot=zzz")).toMatchObject({ total: 0, groups: [], nextCursor: null });
    expect((await read("?curseur=nonsense")).groups).toHaveLength(2);
    expect((await read(`?curseur=%00_${newId()}&mot=%00`)).groups).toHaveLength(2);
  });
});

describe("a group of synonyms", () => {
  it("is added, and searches follow at once", async () => {
    expect(await finds("toubib jardin")).not.toContain("medecin");
    expect(await addGroup("toubib\nmédecin, TOUBIB ;  docteur  des  villes")).toMatchObject({
      status: 303,
      location: "/admin/synonymes?fait=ajoute",
    });
    expect(await groups()).toEqual([["toubib", "médecin", "docteur des villes"]]);
    expect(await finds("toubib jardin")).toContain("medecin");
  });

  it("is changed, and says by whom", async () => {
    const id = await write("toubib", "médecin");
    expect((await open(groupArgs(id))).group).toMatchObject({ updatedBy: null });
    expect(await change(id, { words: "toubib\ninfirmier" })).toMatchObject({
      status: 303,
      location: "/admin/synonymes?fait=modifie",
    });
    expect(await groups()).toEqual([["toubib", "infirmier"]]);
    expect((await open(groupArgs(id))).group).toMatchObject({ updatedBy: "Alex Roux" });
    expect(await finds("toubib jardin")).toContain("infirmi");
  });

  it("that someone else has changed meanwhile is not overwritten unseen", async () => {
    const id = await write("toubib", "médecin");
    const { version } = (await open(groupArgs(id))).group;
    clock.set(new Date(clock.now().getTime() + 1000).toISOString());
    await change(id, { words: "toubib\ninfirmier", version });
    const late = await change(id, { words: "toubib\ndocteur", version });
    expect(late.status).toBe(422);
    const { data } = late.value as { data: { errors: Record<string, string[]>; values: { words?: string } } };
    expect(data.errors.words?.[0]).toContain("toubib, infirmier");
    expect(data.values.words).toBe("toubib\ndocteur");
    expect(await groups()).toEqual([["toubib", "infirmier"]]);
    const seen = (await open(groupArgs(id))).group.version;
    expect((await change(id, { words: "toubib\ndocteur", version: seen })).status).toBe(303);
  });

  it("changed by two at the same time keeps the words of one, and tells the other", async () => {
    const id = await write("toubib", "médecin");
    const { version } = (await open(groupArgs(id))).group;
    clock.set(new Date(clock.now().getTime() + 1000).toISOString());
    const both = await Promise.all(
      ["toubib\ninfirmier", "toubib\ndocteur"].map((words) => change(id, { words, version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it("is deleted after a confirmation that changes nothing by itself", async () => {
    const id = await write("toubib", "médecin");
    const asked = await open(
      routeArgs(app, { path: `/admin/synonymes/${id}?supprimer=oui`, cookie, params: { groupId: id } }),
    );
    expect(asked.deleting).toBe(true);
    expect(await groups()).toHaveLength(1);
    expect(await change(id, { intent: "delete" })).toMatchObject({
      status: 303,
      location: "/admin/synonymes?fait=supprime",
    });
    expect(await groups()).toEqual([]);
    expect((await change(id, { words: "un, deux" })).status).toBe(404);
    expect((await statusOf(() => open(groupArgs("nonsense")))).status).toBe(404);
  });

  it.each([
    ["", "au moins deux mots"],
    ["véto", "deux mots différents"],
    ["véto, VETO", "deux mots différents"],
    [Array.from({ length: 21 }, (_, index) => `mot${index}`).join("\n"), "20 mots au plus"],
    [`véto\n${"long".repeat(20)}`, "trop long"],
    ["véto\n!!!", "ni lettre ni chiffre"],
    ["véto\nde la", "petits mots"],
    ["médecin, TOUBIB", "exactement la même chose"],
  ])("typed as « %s » is refused with what to correct, and given back", async (words, told) => {
    await write("toubib", "Médecin");
    const { status, value } = await addGroup(words);
    expect(status).toBe(422);
    const { data } = value as { data: { errors: Record<string, string[]>; values: { words?: string } } };
    expect(data.errors.words?.join(" ")).toContain(told);
    expect(data.values.words ?? "").toBe(words);
    expect(await groups()).toHaveLength(1);
  });

  it("may be written again as it is", async () => {
    const id = await write("toubib", "médecin");
    expect((await change(id, { words: "toubib\nmédecin" })).status).toBe(303);
    const [row] = await database.db.select().from(searchSynonyms).where(eq(searchSynonyms.id, id));
    expect(row?.updatedBy).toBe(admin.id);
  });
});
