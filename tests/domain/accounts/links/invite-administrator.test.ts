import { describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { inviteAdministrator } from "#app/domain/accounts/links/invite-administrator.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { chosen, password, linkStory } from "./link-story.ts";

const story = linkStory();

describe("the invitation of an administrator", () => {
  const name = { firstName: "Yasmine", lastName: "Adjani" };

  it("makes an account and its right, open to nothing before a second factor", async () => {
    const linkId = await inviteAdministrator(story.app, { email: "yasmine@example.org" });
    expect(await story.mailed()).toMatchObject([
      { template: "admin-invitation", recipient: "yasmine@example.org" },
    ]);
    expect(await openLink(story.app, { linkId })).toEqual({ ok: true, value: { next: "choose_password" } });
    const outcome = await finishLink(story.app, { linkId, password: chosen, name });
    expect(outcome).toMatchObject({ ok: true, value: { roles: ["admin"], secondFactorNeeded: true } });
  });

  it("adds the right to an account that exists, and leaves its password alone", async () => {
    const person = await story.make.person({}, { password });
    const email = person.email ?? "";
    const linkId = await inviteAdministrator(story.app, { email: email.toUpperCase() });
    expect(await openLink(story.app, { linkId })).toEqual({ ok: true, value: { next: "sign_in" } });
    expect(await signIn(story.app, { email, password })).toMatchObject({
      ok: true,
      value: { roles: ["admin"] },
    });
  });

  it("makes one account of two that are finished at the same instant", async () => {
    const links = [
      await inviteAdministrator(story.app, { email: "double@example.org" }),
      await inviteAdministrator(story.app, { email: "double@example.org" }),
    ];
    for (const linkId of links) await openLink(story.app, { linkId });
    const outcomes = await Promise.all(
      links.map((linkId) => finishLink(story.app, { linkId, password: chosen, name })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
