import { expect, it } from "vitest";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { listOwnOpenings } from "#app/domain/accounts/openings/openings.queries.server.ts";
import { readAccount } from "#app/domain/accounts/openings/read-account.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { accountOpenings } from "#db/schema/index.ts";
import { openingStory, WHY } from "./opening-story.ts";

const story = openingStory();
const closed = { ok: false, error: { code: "closed" } };
const notFound = { ok: false, error: { code: "not_found" } };

it("opens one account to one administrator for a quarter of an hour, and keeps each reading", async () => {
  const [admin, other, person, neighbour] = [
    await story.admin(),
    await story.admin(),
    await story.person(),
    await story.person(),
  ];
  const personId = person.id;
  expect(await readAccount(admin, { personId })).toEqual(closed);
  expect(await openAccount(admin, { personId, ...WHY })).toEqual({ ok: true });
  expect(await readAccount(admin, { personId })).toMatchObject({
    value: { account: { lastName: "Inventée-Duval" } },
  });
  expect(await readAccount(other, { personId })).toEqual(closed);
  expect(await readAccount(admin, { personId: neighbour.id })).toEqual(closed);
  story.clock.advanceDays(14 / 1440);
  expect((await readAccount(admin, { personId })).ok).toBe(true);
  story.clock.advanceDays(1 / 1440);
  expect(await readAccount(admin, { personId })).toEqual(closed);

  const mine = (await story.acts()).filter(({ actorId }) => actorId === admin.actor.personId);
  expect(mine.map(({ action, reason }) => [action, reason])).toEqual([
    ["account.opened", "asked_by_owner"],
    ["account.read", null],
    ["account.read", null],
  ]);
  expect(mine[1]).toMatchObject({
    capacity: "admin",
    subjectKind: "person",
    subjectId: personId,
    requestId: "0190a1b2",
    network: "192.0.2",
  });
  expect(JSON.stringify(mine)).not.toMatch(/Zoé|Duval|téléphone|@/);
});

it("shows the owner, for a year, when and why their account was read, and nobody else", async () => {
  const [admin, person] = [await story.admin(), await story.person()];
  const openedAt = story.clock.now();
  await openAccount(admin, { personId: person.id, ...WHY });
  const owner = await story.as(person.id);
  expect(await listOwnOpenings(story.db(), owner.actor, openedAt)).toEqual([{ openedAt, ...WHY }]);
  expect(await listOwnOpenings(story.db(), admin.actor, openedAt)).toEqual([]);
  story.clock.advanceDays(366);
  expect(await listOwnOpenings(story.db(), owner.actor, story.clock.now())).toEqual([]);
  await forgetExpiredAccess({ db: story.db(), clock: story.clock });
  expect(await story.db().$count(accountOpenings)).toBe(0);
});

it("is refused to whoever is no administrator, and for nobody", async () => {
  const [admin, person] = [await story.admin(), await story.person()];
  const owner = await story.as(person.id);
  expect(await openAccount(owner, { personId: person.id, ...WHY })).toEqual(notFound);
  expect(await readAccount(owner, { personId: person.id })).toEqual(notFound);
  expect(await openAccount(admin, { personId: newId(), ...WHY })).toEqual(notFound);
  for (const personId of [newId(), "x", undefined])
    expect(await readAccount(admin, { personId })).toEqual(notFound);
});
