import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerClaim } from "#app/domain/hosts/team/answer-claim.server.ts";
import { listTeams } from "#app/domain/hosts/team/team.queries.server.ts";
import { hostClaims } from "#db/schema/index.ts";
import { signUpStory } from "./sign-up-story.ts";

const story = signUpStory();

describe("an organisation that is here already", () => {
  const claimed = () => story.opened({ siret: story.world.organisation.siret });
  const member = () => story.make.as(story.world.employer.id);

  it("is asked, and lets nobody in by itself", async () => {
    const { personId } = await claimed();
    expect(await story.mailed()).toContainEqual({
      template: "host-claimed",
      recipient: story.world.employer.email,
    });
    expect((await story.make.as(personId)).actor.affiliations).toMatchObject([{ organisationId: null }]);
    expect((await listTeams(await member()))[0]?.claims.map((claim) => claim.personId)).toContain(personId);
    expect(await listTeams(await story.make.as(personId))).toEqual([]);
  });

  it("lets someone in by one of its members", async () => {
    const { personId, email } = await claimed();
    expect(await answerClaim(await member(), { personId, accepted: true })).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "host-claim-answered", recipient: email }]);
    const { affiliations } = (await story.make.as(personId)).actor;
    expect(affiliations).toMatchObject([{ role: "employer", organisationId: story.world.organisation.id }]);
    expect(await answerClaim(await member(), { personId, accepted: false })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("keeps someone out who is refused, and the first of two answers stands", async () => {
    const { personId } = await claimed();
    expect(await answerClaim(await member(), { personId, accepted: false })).toEqual({ ok: true });
    expect(await answerClaim(await member(), { personId, accepted: true })).toEqual({
      ok: false,
      error: { code: "already_answered" },
    });
    expect((await story.make.as(personId)).actor.affiliations).toMatchObject([{ organisationId: null }]);
  });

  it("ends on one outcome when a member accepts while another refuses", async () => {
    const { personId } = await claimed();
    const ctx = await member();
    const outcomes = await Promise.all([
      answerClaim(ctx, { personId, accepted: true }),
      answerClaim(ctx, { personId, accepted: false }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await story.database.db.select().from(hostClaims).where(eq(hostClaims.personId, personId));
    const { affiliations } = (await story.make.as(personId)).actor;
    expect(affiliations[0]?.organisationId === null).toBe(left.length === 1);
  });

  it("answers nobody else: neither a stranger nor whoever asks", async () => {
    const { personId } = await claimed();
    const stranger = await story.opened();
    for (const someone of [personId, stranger.personId])
      expect(await answerClaim(await story.make.as(someone), { personId, accepted: true })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });
});
