import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { importAgreementText } from "#app/domain/agreements/text/import-agreement-text.server.ts";
import { agreementTexts } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const demonstration = readFileSync("db/seed/reference/agreement-text-demonstration.md", "utf8");
const voted = demonstration.replace(/^> .*$/m, "").replace("# Convention", "# Convention votée");
beforeEach(() => database.db.delete(agreementTexts));

let day = 0;
/** Each import happens a day after the one before. */
const importText = (markdown: string, allowDemonstration = true) => {
  const now = new Date(Date.UTC(2027, 0, ++day));
  const context = { db: database.db, clock: { now: () => now } };
  return importAgreementText(context, { markdown, source: "essai", kind: "voted", allowDemonstration });
};
const stored = () => database.db.select().from(agreementTexts).orderBy(agreementTexts.importedAt);

describe("import of an agreement text", () => {
  it("keeps the text as written and tells its kind", async () => {
    expect(await importText(demonstration)).toMatchObject({
      value: { kind: "demonstration", outcome: "created" },
    });
    expect(await importText(voted)).toMatchObject({ value: { kind: "voted", outcome: "created" } });
    expect((await stored()).map(({ kind, body }) => [kind, body])).toEqual([
      ["demonstration", demonstration],
      ["voted", voted],
    ]);
  });

  it("changes nothing when the current text comes again, whatever its line ends", async () => {
    await importText(voted);
    expect(await importText(`\uFEFF${voted.replaceAll("\n", "\r\n")}`)).toMatchObject({
      value: { outcome: "unchanged" },
    });
    expect(await stored()).toHaveLength(1);
  });

  it("makes an older text current again without a second row", async () => {
    await importText(voted);
    await importText(demonstration);
    expect(await importText(voted)).toMatchObject({ value: { outcome: "made_current" } });
    expect((await stored()).map(({ kind }) => kind)).toEqual(["demonstration", "voted"]);
  });

  it("refuses the demonstration text in production", async () => {
    expect(await importText(demonstration, false)).toEqual({
      ok: false,
      error: { code: "demonstration_refused" },
    });
    expect(await stored()).toEqual([]);
  });

  it("refuses a text that lacks an article and stores nothing", async () => {
    const outcome = await importText(voted.replace("**Article 8**", "**Article 88**"));
    expect(outcome).toMatchObject({ ok: false, error: { code: "text_invalid" } });
    expect(await stored()).toEqual([]);
  });
});
