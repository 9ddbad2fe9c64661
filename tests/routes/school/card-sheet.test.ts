import { beforeEach, describe, expect, it } from "vitest";
import { loader } from "#app/routes/school/card-sheet.ts";
import { cardStory } from "#tests/domain/activation/card-story.ts";
import { cookieOf, routeArgs, statusOf } from "#tests/support/app.ts";

const story = cardStory();
beforeEach(async () => {
  await story.printed((await story.newPupil({ firstName: "Zoé" })).id);
});

async function visit(personId: string) {
  const classGroupId = story.world.classGroup.id;
  const path = `/etablissement/cartes/${classGroupId}/cartes.pdf`;
  const cookie = await cookieOf(story.app, personId);
  return statusOf(() => loader(routeArgs(story.app, { path, cookie, params: { classGroupId } })));
}

describe("the sheet of cards", () => {
  it("is a PDF that no cache keeps and whose name tells nothing, for whoever has just printed it", async () => {
    const { status, value } = await visit(story.world.teacher.id);
    expect(status).toBe(200);
    const { headers } = value as Response;
    expect(headers.get("Content-Type")).toBe("application/pdf");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(headers.get("Content-Disposition")).toBe('inline; filename="cartes.pdf"');
    const bytes = new Uint8Array(await (value as Response).arrayBuffer());
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe("%PDF-");
  });

  it("is nobody else's: a colleague prints their own, another school finds nothing", async () => {
    const page = `/etablissement/cartes/${story.world.classGroup.id}/impression`;
    expect(await visit(story.world.head.id)).toMatchObject({ status: 302, location: page });
    const elsewhere = await story.make.school();
    const stranger = await story.make.staff("schoolHead", elsewhere.uai);
    expect((await visit(stranger.id)).status).toBe(404);
  });

  it("is over after a quarter of an hour: the page says how to print other cards", async () => {
    const { teacher, classGroup } = story.world;
    story.clock.set(new Date(story.clock.now().getTime() + 16 * 60_000).toISOString());
    const location = `/etablissement/cartes/${classGroup.id}/impression`;
    expect(await visit(teacher.id)).toMatchObject({ status: 302, location });
  });
});
