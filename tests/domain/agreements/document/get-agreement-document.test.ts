import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import type { AgreementParty } from "#app/domain/agreements/agreement.ts";
import { getAgreementDocument } from "#app/domain/agreements/document/get-agreement-document.server.ts";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { agreementDocuments, agreements } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";

const database = testDatabase();
const pdf = createPdfRenderer();
afterAll(() => pdf.close());

const EVERYONE: readonly AgreementParty[] = ["pupil", "host", "teacher", "staff"];

async function story() {
  const told = await agreementStory(database.db);
  const agreementId = await told.place(told.pupil.id, told.offer.id);
  const download = async (personId: string, parties = EVERYONE) =>
    getAgreementDocument({ ...(await told.make.as(personId)), pdf }, { agreementId, parties });
  return { ...told, agreementId, download };
}

function textOf(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), "agreement-")), "convention.pdf");
  writeFileSync(file, bytes);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

describe("the PDF of an agreement", () => {
  it("is the same to the byte for everyone, each time", async () => {
    const { download, pupil, teacher, head, employer, agreementId } = await story();
    const first = valueOf(await download(teacher.id));
    for (const person of [pupil, teacher, head, employer]) {
      const again = valueOf(await download(person.id));
      expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
      expect(again.sha256).toBe(first.sha256);
    }
    const rows = await database.db
      .select({ stage: agreementDocuments.stage })
      .from(agreementDocuments)
      .where(eq(agreementDocuments.agreementId, agreementId));
    expect(rows).toEqual([{ stage: "draft" }]);
  });

  it("says that it is cancelled, and since when, in place of what was validated", async () => {
    const { download, teacher, employer, make, read, agreementId } = await story();
    const { contentHash } = await read(agreementId);
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
    const validated = valueOf(await download(teacher.id));
    const [row] = await database.db
      .select({ applicationId: agreements.applicationId })
      .from(agreements)
      .where(eq(agreements.id, agreementId));
    valueOf(
      await cancelPlacement(await make.as(employer.id), {
        applicationId: row?.applicationId ?? "",
        reason: "site_closed",
      }),
    );
    const words = textOf(valueOf(await download(teacher.id)).bytes);
    expect(words).toMatch(/ANNULÉE le \S+ \S+ 2027/);
    expect(words).not.toContain("PROJET");
    const kept = await database.db
      .select({ stage: agreementDocuments.stage, sha256: agreementDocuments.sha256 })
      .from(agreementDocuments)
      .where(eq(agreementDocuments.agreementId, agreementId));
    expect(kept).toContainEqual({ stage: "validated", sha256: validated.sha256 });
  });

  it.each(["draft", "validated"] as const)(
    "is what was kept, never made again: other bytes put in its place are what everyone is given (%s)",
    async (stage) => {
      const { download, pupil, teacher, employer, make, read, agreementId } = await story();
      const { contentHash } = await read(agreementId);
      if (stage === "validated")
        valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
      valueOf(await download(teacher.id));
      const bytes = new TextEncoder().encode(`%PDF-1.7 as it was kept (${stage})`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const kept = await database.db
        .update(agreementDocuments)
        .set({ bytes, sha256 })
        .where(eq(agreementDocuments.agreementId, agreementId))
        .returning({ stage: agreementDocuments.stage });
      expect(kept).toEqual([{ stage }]);
      for (const person of [teacher, pupil, employer]) {
        const given = valueOf(await download(person.id));
        expect({ stage: given.stage, sha256: given.sha256 }).toEqual({ stage, sha256 });
        expect(Buffer.from(given.bytes).toString()).toBe(Buffer.from(bytes).toString());
      }
    },
  );

  it("is made once when two people ask at the same time", async () => {
    const { download, pupil, employer } = await story();
    const [one, two] = await Promise.all([download(pupil.id), download(employer.id)]);
    expect(valueOf(one).sha256).toBe(valueOf(two).sha256);
  });

  it("names the parties, and bears the mark of a draft until it is validated", async () => {
    const { download, teacher, pupil, organisation, make, read, agreementId } = await story();
    const draft = textOf(valueOf(await download(teacher.id)).bytes);
    expect(draft).toContain("PROJET");
    const { contentHash } = await read(agreementId);
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
    const document = valueOf(await download(teacher.id));
    expect(document.stage).toBe("validated");
    const text = textOf(document.bytes);
    expect(text).not.toContain("PROJET");
    for (const name of [pupil.lastName, organisation.name, "Lycée des Trois-Rivières"])
      expect(text).toContain(name);
  });

  it("takes the new content after an answer, without touching the earlier draft", async () => {
    const { download, teacher, answer, agreementId } = await story();
    const before = valueOf(await download(teacher.id));
    valueOf(await answer(agreementId, { activities: "Découvrir la salle des machines." }));
    const after = valueOf(await download(teacher.id));
    expect(after.version).toBe(before.version + 1);
    expect(textOf(after.bytes)).toContain("salle des machines");
  });

  it("does not exist for anyone else, nor in a capacity that the reader does not have", async () => {
    const { download, make, school, head } = await story();
    const otherClass = await make.classGroup(school.uai, "2de Z");
    const otherHost = await make.organisation();
    const strangers = [
      await make.staff("teacher", school.uai, otherClass.id),
      await make.staff("schoolOffice", (await make.school()).uai),
      await make.employer(otherHost.id),
      await make.pupil({ schoolUai: school.uai, classGroupId: otherClass.id }),
    ];
    for (const { id } of strangers)
      expect(await download(id)).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await download(head.id, ["host", "pupil"])).toEqual({ ok: false, error: { code: "not_found" } });
  });
});
