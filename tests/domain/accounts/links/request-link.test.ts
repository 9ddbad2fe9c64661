import { describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { chosen, linkStory } from "./link-story.ts";

const story = linkStory();

describe("an address that has no account", () => {
  it("costs the same rows as one that has, and no message leaves", async () => {
    await requestLink(story.app, { email: "personne@example.org", purpose: "password_reset" });
    const link = await story.newest();
    expect(link).toMatchObject({ personId: null, email: null });
    expect(await story.mailed()).toEqual([]);
    expect(await openLink(story.app, { linkId: link.id })).toMatchObject({ ok: true });
    const outcome = await finishLink(story.app, { linkId: link.id, password: chosen, name: null });
    expect(outcome).toEqual({ ok: false, error: { code: "no_account" } });
  });
});
