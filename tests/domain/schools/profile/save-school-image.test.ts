import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { getAgreementDocument } from "#app/domain/agreements/document/get-agreement-document.server.ts";
import type { AgreementDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { removeSchoolImage, saveSchoolImage } from "#app/domain/schools/profile/save-school-image.server.ts";
import {
  getSchoolImage,
  getSchoolProfile,
} from "#app/domain/schools/profile/school-profile.queries.server.ts";
import type { SchoolImageKind } from "#app/domain/schools/profile/school-profile.ts";
import { renderAgreementPdf } from "#app/infra/pdf/agreement-pdf.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { pngOf } from "./png.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof agreementStory>>;
beforeEach(async () => {
  story = await agreementStory(database.db);
});

const send = async (personId: string, kind: SchoolImageKind, sent: Uint8Array = pngOf()) =>
  saveSchoolImage(await story.make.as(personId), { uai: story.school.uai, kind, sent });
const shown = async (personId: string, kind: SchoolImageKind) =>
  getSchoolImage(await story.make.as(personId), { uai: story.school.uai, kind });

/** Prints for good, and keeps what was printed last. */
function watchedPress() {
  const printed: AgreementDocument[] = [];
  return {
    printed,
    render: (document: AgreementDocument) => {
      printed.push(document);
      return Promise.resolve(renderAgreementPdf(document));
    },
  };
}

describe("the header and the stamp of a school", () => {
  it("are sent, seen, replaced and taken away by its office and its head, and the history tells it", async () => {
    valueOf(await send(story.head.id, "stamp"));
    const first = await shown(story.head.id, "stamp");
    valueOf(await send(story.head.id, "stamp", pngOf({ shade: 0x20 })));
    expect(await shown(story.head.id, "stamp")).not.toEqual(first);
    valueOf(await send(story.head.id, "stamp"));
    expect(await shown(story.head.id, "stamp")).toEqual(first);
    valueOf(
      await removeSchoolImage(await story.make.as(story.head.id), { uai: story.school.uai, kind: "stamp" }),
    );
    expect(await shown(story.head.id, "stamp")).toBeNull();
    const profile = await getSchoolProfile(await story.make.as(story.head.id), story.school.uai);
    expect(profile).toMatchObject({ images: [], changes: Array(4).fill({ fields: ["stamp"] }) });
  });

  it("are nobody else's to see or to change", async () => {
    valueOf(await send(story.head.id, "header"));
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    for (const { id } of [story.teacher, story.pupil, story.employer, elsewhere]) {
      expect(await send(id, "header")).toEqual({ ok: false, error: { code: "not_found" } });
      expect(await shown(id, "header")).toBeNull();
      const context = await story.make.as(id);
      expect(await removeSchoolImage(context, { uai: story.school.uai, kind: "header" })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
    }
    expect(await shown(story.head.id, "header")).not.toBeNull();
  });

  it("stay one in use when two are sent at once", async () => {
    const context = await story.make.as(story.head.id, database.openPool(2));
    const sent = [pngOf({ shade: 1 }), pngOf({ shade: 2 })].map((png) =>
      saveSchoolImage(context, { uai: story.school.uai, kind: "header", sent: png }),
    );
    expect((await Promise.all(sent)).map(({ ok }) => ok)).toEqual([true, true]);
    expect((await getSchoolProfile(context, story.school.uai))?.images).toHaveLength(1);
  });

  it("are no longer taken once they have changed twenty times", async () => {
    for (let shade = 0; shade < 20; shade += 1)
      valueOf(await send(story.head.id, "header", pngOf({ shade })));
    expect(await send(story.head.id, "header", pngOf({ shade: 99 }))).toEqual({
      ok: false,
      error: { code: "too_many" },
    });
  });

  it("are printed on the agreements made with them: the stamp once the teacher has validated, and for good", async () => {
    valueOf(await send(story.head.id, "header"));
    valueOf(await send(story.head.id, "stamp", pngOf({ shade: 7 })));
    const agreementId = await story.place(story.pupil.id, story.offer.id);
    valueOf(await send(story.head.id, "stamp", pngOf({ shade: 3 })));
    const teacher = await story.make.as(story.teacher.id);
    const pdf = watchedPress();
    const printed = async () =>
      valueOf(
        await getAgreementDocument(
          { db: teacher.db, actor: teacher.actor, pdf },
          { agreementId, parties: ["teacher"] },
        ),
      );
    await printed();
    expect(Object.keys(pdf.printed[0]?.images ?? {})).toEqual(["header"]);
    const { contentHash, content } = await story.read(agreementId);
    valueOf(await validateAgreement(teacher, { agreementId, contentHash }));
    const validated = await printed();
    const { images } = pdf.printed[1] ?? {};
    expect(images?.stamp).toEqual(validatedStamp(content.school.stamp, images?.stamp));
    expect(
      Buffer.from(validated.bytes)
        .toString("latin1")
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(2);
    expect(await printed()).toEqual(validated);
  });
});

/** The bytes, provided that they are those whose fingerprint was signed. */
function validatedStamp(sha256: string | undefined, bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new Error("Another stamp than the one that the agreement names");
  return bytes;
}
