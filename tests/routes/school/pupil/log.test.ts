import { createElement } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as slotLoader } from "#app/routes/messages/slot.ts";
import { action as contactAction, loader as contactLoader } from "#app/routes/school/pupil/contact.tsx";
import { action as noteAction } from "#app/routes/school/pupil/note.tsx";
import { loader as pupilLoader } from "#app/routes/school/pupil/pupil.tsx";
import { PupilPage } from "#app/ui/school/pupil/pupil-page.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory } from "#tests/domain/follow-up/log/log-story.ts";
import { html } from "#tests/ui/render.tsx";

const database = testDatabase();
let app: AppContext;
let story: Awaited<ReturnType<typeof logStory>>;

beforeAll(async () => {
  story = await logStory(database.db);
  app = testApp(database, story.clock);
});

async function argsOf(personId: string, path: string, form?: Record<string, string>) {
  const params = { pupilId: story.pupilId };
  const visit = { path: `/etablissement/eleves/${story.pupilId}${path}`, params };
  const args = routeArgs(app, { ...visit, cookie: await cookieOf(app, personId), ...(form ? { form } : {}) });
  return { ...args, unstable_pattern: "" } as never;
}

const pageOf = async (personId: string) => {
  const data = await pupilLoader(await argsOf(personId, ""));
  return { data, page: html(createElement(PupilPage, { ...data, done: null, refusal: undefined })) };
};

const planned = {
  intent: "save",
  way: "call",
  party: "family",
  state: "planned",
  onDay: "4/3/2027",
  atTime: "9h15",
  text: "Parler du transport",
};

describe("the team's log, by forms alone", () => {
  it("plans a call, puts it in one's own calendar, and says it took place", async () => {
    const { teacher, head, pupil } = story;
    const saved = await statusOf(async () => contactAction(await argsOf(teacher.id, "/echanges", planned)));
    expect(saved).toMatchObject({ status: 303 });
    expect(saved.location).toContain("fait=echange#echanges");
    const { data, page } = await pageOf(teacher.id);
    expect(page).toContain("Appel avec la famille, le 4 mars 2027 à 9 h 15");
    const [link = ""] = Object.values(data.slots);
    expect(Object.values((await pageOf(head.id)).data.slots)).toEqual([]);
    const file = link.replace("/rendez-vous/", "");
    const slot = await slotLoader({
      ...routeArgs(app, { path: link, params: { file } }),
      unstable_pattern: "",
    } as never);
    const text = await slot.text();
    expect(text).toContain("DTSTART:20270304T081500Z");
    expect(text).toContain(`SUMMARY:Appel : ${pupil.firstName}`);
    expect(text).not.toContain(pupil.lastName);
    expect(text).not.toContain("transport");
    const entryId = Object.keys(data.slots)[0] ?? "";
    const held = { intent: "held", entryId };
    expect(
      await statusOf(async () => contactAction(await argsOf(teacher.id, "/echanges", held))),
    ).toMatchObject({ status: 303 });
    expect(
      await statusOf(() =>
        slotLoader({ ...routeArgs(app, { path: link, params: { file } }), unstable_pattern: "" } as never),
      ),
    ).toMatchObject({ status: 404 });
  });

  it("keeps what was typed, and says what to correct", async () => {
    const wrong = { ...planned, atTime: "" };
    const answer = await statusOf(async () =>
      contactAction(await argsOf(story.teacher.id, "/echanges", wrong)),
    );
    expect(answer).toMatchObject({
      status: 422,
      value: {
        data: { errors: { atTime: ["Indiquez l’heure du rendez-vous."] }, values: { text: planned.text } },
      },
    });
    const late = { ...planned, onDay: "2027-02-01" };
    expect(
      await statusOf(async () => contactAction(await argsOf(story.teacher.id, "/echanges", late))),
    ).toMatchObject({ status: 422 });
  });

  it("writes a note, takes it back, and puts it there again", async () => {
    const { head, teacher } = story;
    const note = { intent: "save", text: "Préfère un appel le matin." };
    await statusOf(async () => noteAction(await argsOf(head.id, "/notes", note)));
    const { data } = await pageOf(teacher.id);
    const found = data.log.entries.find(({ contact }) => contact === null);
    expect(found).toMatchObject({ text: note.text, isMine: false });
    const entryId = found?.id ?? "";
    expect(
      await statusOf(async () =>
        noteAction(await argsOf(teacher.id, "/notes", { intent: "remove", entryId })),
      ),
    ).toMatchObject({ status: 404 });
    await statusOf(async () => noteAction(await argsOf(head.id, "/notes", { intent: "remove", entryId })));
    const { page } = await pageOf(head.id);
    expect(page).toContain("Remettre la note");
    expect(page).not.toContain(note.text);
    await statusOf(async () => noteAction(await argsOf(head.id, "/notes", { intent: "restore", entryId })));
    expect((await pageOf(teacher.id)).page).toContain(note.text);
  });

  it("opens nothing of a colleague's to be written again, and no link of ours made for something else", async () => {
    const { teacher, head } = story;
    const entryId = await story.written(teacher.id, "Une autre note");
    expect(
      await statusOf(async () => contactLoader(await argsOf(head.id, `/echanges?modifier=${entryId}`))),
    ).toMatchObject({ status: 404 });
    const file = `${app.links.sign("alert", entryId)}.ics`;
    expect(
      await statusOf(() =>
        slotLoader({
          ...routeArgs(app, { path: "/rendez-vous", params: { file } }),
          unstable_pattern: "",
        } as never),
      ),
    ).toMatchObject({ status: 404 });
  });
});
