import { expect, it } from "vitest";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { refuseHold } from "#app/domain/holds/refuse-hold.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { holdsStory } from "./holds-story.ts";

const { now, other, hold, held, apply, broken } = holdsStory();
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

it("gives the seats that were kept back at once when the pupil has a place, when a host declines, or when one is refused", async () => {
  const { story } = now();
  const first = await other(0.2);
  const second = await other(0.3);
  await other(0.4);
  valueOf(await hold(story.head.id));
  const [one] = (await held()).filter(({ offerId }) => offerId === second.id);
  const stranger = await story.newPupil();
  for (const { id } of [stranger, story.employer])
    expect(await refuseHold(await story.make.as(id), { holdId: one?.id ?? "" })).toEqual(NOT_FOUND);
  const pupil = await story.make.as(story.pupil.id);
  valueOf(await refuseHold(pupil, { holdId: one?.id ?? "" }));
  expect(await refuseHold(pupil, { holdId: one?.id ?? "" })).toEqual(NOT_FOUND);
  expect((await apply(stranger.id, second.id)).ok).toBe(true);
  const { applicationId } = valueOf(await apply(story.pupil.id, first.id));
  const host = await story.make.as(first.employer.id);
  valueOf(await declineApplication(host, { applicationId, reason: "dates" }));
  expect(await held()).toHaveLength(1);
  await story.place(story.pupil.id, (await story.newOffer()).id);
  expect(await held()).toEqual([]);
  expect(await broken()).toBeNull();
});
