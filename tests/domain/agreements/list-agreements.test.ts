import { describe, expect, it } from "vitest";
import {
  countFollowedAgreements,
  listFollowedAgreements,
  listHostedAgreements,
} from "#app/domain/agreements/agreements.queries.server.ts";
import { getAgreement, getPupilAgreement } from "#app/domain/agreements/read-agreement.queries.server.ts";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();
const comment = "Merci de préciser les activités de la deuxième semaine.";

async function story() {
  const told = await agreementStory(database.db);
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    told.clock.advanceDays(1);
    const pupil = index === 0 ? told.pupil : await told.newPupil();
    ids.push(await told.place(pupil.id, told.offer.id));
  }
  told.clock.advanceDays(1);
  const sentBack = ids[4] ?? "";
  valueOf(
    await requestAgreementChanges(await told.make.as(told.teacher.id), {
      agreementId: sentBack,
      field: null,
      addressee: "host",
      comment,
    }),
  );
  return { ...told, ids, sentBack };
}

describe("the list of agreements", () => {
  it("gives the teacher those to validate first, the latest first, page after page without a repeat", async () => {
    const { make, teacher, ids } = await story();
    const reader = await make.as(teacher.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listFollowedAgreements(reader.db, reader.actor, { cursor, limit: 2 });
      seen.push(...page.agreements.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([ids[3], ids[2], ids[1], ids[0], ids[4]]);
    expect(await countFollowedAgreements(reader.db, reader.actor)).toEqual({
      completed: 4,
      changes_requested: 1,
    });
    const filtered = await listFollowedAgreements(reader.db, reader.actor, { status: "changes_requested" });
    expect(filtered.agreements.map(({ id }) => id)).toEqual([ids[4]]);
    expect(
      (await listFollowedAgreements(reader.db, reader.actor, { cursor: "0_x_y" })).agreements,
    ).toHaveLength(5);
  });

  it("gives the host those that wait for its answer first, and other hosts nothing", async () => {
    const { make, employer, sentBack } = await story();
    const { agreements } = await listHostedAgreements(database.db, (await make.as(employer.id)).actor, {});
    expect(agreements[0]).toMatchObject({ id: sentBack, awaited: { party: "host", act: "correction" } });
    const stranger = await make.employer((await make.organisation()).id);
    expect(await listHostedAgreements(database.db, (await make.as(stranger.id)).actor, {})).toEqual({
      agreements: [],
      nextCursor: null,
    });
  });
});

describe("reading an agreement", () => {
  it("offers each party what it may do now, and tells nobody else that it exists", async () => {
    const { make, ids, teacher, head, employer, pupil } = await story();
    const id = ids[0] ?? "";
    const actionsOf = async (personId: string) =>
      (await getAgreement(database.db, (await make.as(personId)).actor, id, ["host", "teacher", "staff"]))
        ?.actions ?? null;
    expect(await actionsOf(teacher.id)).toEqual(["fill_school", "validate", "request_changes"]);
    expect(await actionsOf(head.id)).toEqual(["fill_school"]);
    expect(await actionsOf(employer.id)).toEqual(["fill_host", "cancel"]);
    expect(await actionsOf(pupil.id)).toBeNull();
    expect(await actionsOf((await make.employer((await make.organisation()).id)).id)).toBeNull();
  });

  it("tells the pupil where, when and who, without the words exchanged between adults", async () => {
    const { make, sentBack, read } = await story();
    const { pupilId } = await read(sentBack);
    const told = await getPupilAgreement(database.db, (await make.as(pupilId)).actor, sentBack);
    expect(told?.changes.map(({ to }) => to)).toEqual(["completed", "changes_requested"]);
    expect(JSON.stringify(told)).not.toContain(comment);
    const { content } = await read(sentBack);
    expect(JSON.stringify(told)).not.toContain(content.guardians[0]?.email);
  });
});
