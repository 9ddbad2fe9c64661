import { expect, it } from "vitest";
import { listHosts } from "#app/domain/host-memory/host-memory.queries.server.ts";
import { readHostFilters } from "#app/domain/host-memory/host-memory.ts";
import { removeHostNote } from "#app/domain/host-memory/remove-host-note.server.ts";
import { saveHostNote } from "#app/domain/host-memory/save-host-note.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { memoryStory } from "./memory-story.ts";

const database = testDatabase();
const refused = { ok: false, error: { code: "not_found" } };

it("is read by the whole team, and written again or removed by its author alone", async () => {
  const { teacherContext, headContext, host, clock } = await memoryStory(database.db);
  const notes = async () => {
    const filters = readHostFilters(new URLSearchParams());
    return (await listHosts(database.db, headContext.actor, filters)).hosts[0]?.notes ?? [];
  };
  expect(await saveHostNote(teacherContext, { ...host, body: "Appeler le matin." })).toEqual({ ok: true });
  const [note] = await notes();
  expect(note).toMatchObject({ body: "Appeler le matin.", isMine: false, changedAt: null });
  const noteId = note?.id ?? "";
  clock.advanceDays(1);
  expect(await saveHostNote(headContext, { ...host, noteId, body: "Autre" })).toEqual(refused);
  expect(await removeHostNote(headContext, { noteId })).toEqual(refused);
  expect(await saveHostNote(teacherContext, { ...host, noteId, body: "L’après-midi." })).toEqual({
    ok: true,
  });
  expect(await notes()).toMatchObject([{ body: "L’après-midi.", changedAt: clock.now() }]);
  expect(await removeHostNote(teacherContext, { noteId })).toEqual({ ok: true });
  expect(await notes()).toEqual([]);
});

it("is written by nobody of another school, nor on a host that took none of its pupils", async () => {
  const { stranger, teacherContext, host } = await memoryStory(database.db);
  expect(await saveHostNote(stranger, { ...host, body: "Note" })).toEqual(refused);
  expect(await saveHostNote(teacherContext, { ...host, siret: "73282932000074", body: "Note" })).toEqual(
    refused,
  );
});
