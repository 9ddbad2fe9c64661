import { describe, expect, it } from "vitest";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { getLinkPage } from "#app/domain/accounts/links/links.queries.server.ts";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { linkStory } from "./link-story.ts";

const story = linkStory();

describe("a link to sign in", () => {
  it("opens one session for two presses at the same instant, and says afterwards that it has served", async () => {
    const { linkId } = await story.asked("sign_in");
    const outcomes = await Promise.all([openLink(story.app, { linkId }), openLink(story.app, { linkId })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openLink(story.app, { linkId })).toEqual({ ok: false, error: { code: "used" } });
  });

  it("is not consumed by twenty readings", async () => {
    const { linkId, person } = await story.asked("sign_in");
    for (let reading = 0; reading < 20; reading += 1)
      expect(await getLinkPage(story.app, linkId)).toMatchObject({ state: "open", minutesLeft: 15 });
    const outcome = await openLink(story.app, { linkId });
    expect(outcome).toMatchObject({
      ok: true,
      value: { next: "signed_in", session: { personId: person.id } },
    });
  });

  it("asks a head for the second factor all the same", async () => {
    const { linkId, person } = await story.asked("sign_in");
    await story.make.affiliate(person.id, "admin");
    const outcome = await openLink(story.app, { linkId });
    if (!outcome.ok || outcome.value.next !== "signed_in") throw new Error("Refused");
    expect(outcome.value.session.secondFactorNeeded).toBe(true);
    expect((await getSession(story.app, outcome.value.session.token))?.actor).toBeNull();
  });

  it("does not exist by an identifier of one's own", async () => {
    expect(await openLink(story.app, { linkId: newId() })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});

it("forgets links a week after their end", async () => {
  const { linkId } = await story.asked("sign_in");
  story.clock.advanceDays(7);
  await forgetExpiredAccess(story.app);
  expect(await getLinkPage(story.app, linkId)).not.toBeNull();
  story.clock.advanceDays(1);
  await forgetExpiredAccess(story.app);
  expect(await getLinkPage(story.app, linkId)).toBeNull();
});
