import { describe, expect, it } from "vitest";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { insertOrganisation } from "#app/domain/hosts/hosts.store.server.ts";
import { openHostAccount } from "#app/domain/hosts/team/open-host-account.server.ts";
import { getOwnClaim, listTeams } from "#app/domain/hosts/team/team.queries.server.ts";
import { newEmail, password, signUpStory } from "./sign-up-story.ts";

const story = signUpStory();

describe("the link of someone who signs up", () => {
  it("opens an employer's space by the link, then by the password", async () => {
    const { email, session } = await story.opened();
    expect(session).toMatchObject({ roles: ["employer"], secondFactorNeeded: false });
    expect(await signIn(story.app, { email, password })).toMatchObject({
      ok: true,
      value: { roles: ["employer"] },
    });
  });

  it("makes one account of two links for one address", async () => {
    const email = newEmail();
    const links = [await story.asked({ email }), await story.asked({ email })];
    const outcomes = await Promise.all(links.map((link) => openHostAccount(story.app, link)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("goes on by a link that was sent again after it was over", async () => {
    const sent = await story.asked();
    story.clock.advanceDays(2);
    expect(await openHostAccount(story.app, sent)).toEqual({ ok: false, error: { code: "expired" } });
    expect((await renewLink(story.app, sent)).ok).toBe(true);
    const renewed = await story.newestLink();
    expect(await openHostAccount(story.app, { linkId: renewed })).toMatchObject({ ok: true });
  });
});

describe("an establishment that is not here yet", () => {
  it("is claimed until its first offer makes it, with its author as first member", async () => {
    const { personId, siret } = await story.opened();
    const ctx = await story.make.as(personId);
    expect(await getOwnClaim(ctx)).toMatchObject({ siret, organisationId: null });
    const fields = {
      name: "Atelier neuf",
      siret,
      isPublic: false,
      addressLine: "1 rue Neuve",
      postcode: "35000",
      town: "Rennes",
      signatoryName: null,
      signatoryQuality: null,
      preventionContact: null,
    };
    const { id, proven } = await story.database.db.transaction((tx) =>
      insertOrganisation(tx, fields, personId, story.clock.now()),
    );
    expect(proven).toBe(false);
    expect(await getOwnClaim(await story.make.as(personId))).toBeNull();
    const teams = await listTeams(await story.make.as(personId));
    expect(teams).toMatchObject([{ organisationId: id, members: [{ personId }], claims: [] }]);
  });
});
