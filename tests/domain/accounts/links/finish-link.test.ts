import { describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { chosen, MINUTE, password, linkStory } from "./link-story.ts";

const story = linkStory();

describe("a forgotten password", () => {
  it("is replaced by the one chosen; other sessions and links end, and the mailbox is told", async () => {
    const { linkId, email, person } = await story.asked("password_reset");
    const elsewhere = await signIn(story.app, { email, password });
    if (!elsewhere.ok) throw new Error("Refused");
    await requestLink(story.app, { email, purpose: "sign_in" });
    const other = (await story.newest()).id;
    await openLink(story.app, { linkId });
    const outcome = await finishLink(story.app, { linkId, password: chosen, name: null });
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect((await getSession(story.app, outcome.value.token))?.actor?.personId).toBe(person.id);
    expect(await getSession(story.app, elsewhere.value.token)).toBeNull();
    expect(await openLink(story.app, { linkId: other })).toEqual({ ok: false, error: { code: "expired" } });
    expect((await signIn(story.app, { email, password })).ok).toBe(false);
    expect((await signIn(story.app, { email, password: chosen })).ok).toBe(true);
    expect(await story.mailed()).toMatchObject([{ template: "password-changed", recipient: email }]);
  });

  it("cannot be chosen before the link is used, twice, nor half an hour later", async () => {
    const { linkId } = await story.asked("password_reset");
    const choose = () => finishLink(story.app, { linkId, password: chosen, name: null });
    const over = { ok: false, error: { code: "over" } };
    expect(await choose()).toEqual(over);
    await openLink(story.app, { linkId });
    expect((await Promise.all([choose(), choose()])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await choose()).toEqual(over);
    const late = await story.asked("password_reset");
    await openLink(story.app, late);
    story.clock.advanceDays(30 * MINUTE);
    expect(await finishLink(story.app, { linkId: late.linkId, password: chosen, name: null })).toEqual(over);
  });

  it.each([
    ["court", "short"],
    ["motdepasse123", "common"],
    ["aaaaaaaaaaaaaaa", "guessable"],
  ])("is not replaced by %s", async (weak, reason) => {
    const { linkId } = await story.asked("password_reset");
    await openLink(story.app, { linkId });
    const outcome = await finishLink(story.app, { linkId, password: weak, name: null });
    expect(outcome).toEqual({ ok: false, error: { code: "weak_password", reason } });
    expect((await finishLink(story.app, { linkId, password: chosen, name: null })).ok).toBe(true);
  });
});
