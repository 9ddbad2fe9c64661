import { describe, expect, it } from "vitest";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { MINUTE, linkStory } from "./link-story.ts";

const story = linkStory();

describe("a link that is over", () => {
  it("is worth nothing after a quarter of an hour, and one press sends another to the same person", async () => {
    const { linkId, person } = await story.asked("sign_in");
    story.clock.advanceDays(15 * MINUTE);
    expect(await openLink(story.app, { linkId })).toEqual({ ok: false, error: { code: "expired" } });
    expect(await renewLink(story.app, { linkId })).toEqual({ ok: true, value: undefined });
    const renewed = await story.newest();
    expect(renewed).toMatchObject({ personId: person.id, purpose: "sign_in", usedAt: null });
    expect((await openLink(story.app, { linkId: renewed.id })).ok).toBe(true);
  });

  it("is renewed by nobody who made up its identifier", async () => {
    expect(await renewLink(story.app, { linkId: newId() })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
