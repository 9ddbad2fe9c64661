import { and, eq } from "drizzle-orm";
import { generate } from "otplib";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import {
  enrolSecondFactor,
  proposeEnrolment,
} from "#app/domain/accounts/second-factor/enrol-second-factor.server.ts";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { openAccount } from "#app/domain/federation/open-account.server.ts";
import { linkAccount } from "#app/domain/federation/link-account.server.ts";
import { affiliations, identities, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { federationStory, newBrowser, type Claims } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;

beforeEach(() => {
  story = federationStory(database.db);
});

const teacher = (uai: string): Claims => ({
  given_name: "Lucie",
  family_name: "Henry",
  email: `lucie-${nextNumber()}@example.org`,
  FrEduFonctAdm: "ENS",
  FrEduRne: [`${uai}$UAJ`],
});

describe("linking a federation's identity to an account", () => {
  it("keeps a teacher who changes académie: same person, the new way in, the former one and its school no more", async () => {
    const [rennes, nantes] = [await story.make.school(), await story.make.school()];
    const before = await story.arrive("academie", { claims: teacher(rennes.uai) });
    const opened = await openAccount(story.ctx, before.visit);
    if (!opened.ok || opened.value.next !== "signed_in") throw new Error("No account was opened");
    const { personId } = opened.value.session;
    const { actor } = await story.make.as(personId);

    const after = await story.arrive("academie", { claims: teacher(nantes.uai) });
    const linked = await linkAccount(story.ctx, { ...after.visit, actor });
    expect(linked).toMatchObject({ ok: true, value: { session: { personId, secondFactorNeeded: false } } });
    const again = await story.arrive("academie", { subject: after.subject, claims: teacher(nantes.uai) });
    expect(again.outcome).toMatchObject({ ok: true, value: { session: { personId } } });
    const former = await story.arrive("academie", { subject: before.subject, claims: teacher(rennes.uai) });
    expect(former.outcome).toMatchObject({ ok: true, value: { next: "choose" } });
    const held = await database.db.select().from(affiliations).where(eq(affiliations.personId, personId));
    const told = await database.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "account.identity_linked"));
    expect(told).toContainEqual({ payload: { personId } });
    expect(held.map(({ schoolUai }) => schoolUai).sort()).toEqual([rennes.uai, nantes.uai].sort());
    const open = held.filter(({ validTo }) => validTo === null);
    expect(open.map(({ schoolUai }) => schoolUai)).toEqual([nantes.uai]);
  });

  it("asks for our second factor of whoever gave none to be here", async () => {
    const { uai } = await story.make.school();
    const { organisation } = await story.make.world();
    const employer = await story.make.employer(organisation.id);
    const { actor } = await story.make.as(employer.id);
    const { visit } = await story.arrive("academie", { claims: teacher(uai) });
    const linked = await linkAccount(story.ctx, { ...visit, actor });
    expect(linked).toMatchObject({ ok: true, value: { session: { secondFactorNeeded: true } } });
  });

  it("gives a pupil's account no grown-up's identity, and nobody the arrival of another browser", async () => {
    const { school, pupil, teacher: other } = await story.make.world();
    const { visit } = await story.arrive("academie", { claims: teacher(school.uai) });
    const { actor } = await story.make.as(pupil.id);
    expect(await linkAccount(story.ctx, { ...visit, actor })).toEqual({
      ok: false,
      error: { code: "other_kind" },
    });
    const elsewhere = { ...visit, browser: newBrowser(), actor: (await story.make.as(other.id)).actor };
    expect(await linkAccount(story.ctx, elsewhere)).toEqual({ ok: false, error: { code: "over" } });
  });

  it("never moves an identity from one account to another", async () => {
    const { school, teacher: one, head: other } = await story.make.world();
    const subject = `subject-${nextNumber()}-shared`;
    const [first, second] = [
      await story.arrive("academie", { subject, claims: teacher(school.uai) }),
      await story.arrive("academie", { subject, claims: teacher(school.uai) }),
    ];
    const [mine, theirs] = [(await story.make.as(one.id)).actor, (await story.make.as(other.id)).actor];
    expect((await linkAccount(story.ctx, { ...first.visit, actor: mine })).ok).toBe(true);
    expect(await linkAccount(story.ctx, { ...second.visit, actor: theirs })).toEqual({
      ok: false,
      error: { code: "over" },
    });
    const kept = await database.db
      .select()
      .from(identities)
      .where(and(eq(identities.issuer, "academie"), eq(identities.personId, other.id)));
    expect(kept).toEqual([]);
  });
});

describe("the second factor of someone without a password", () => {
  it("is set up on the federation's identity, and asked for at the next arrival", async () => {
    const { uai } = await story.make.school();
    const claims = teacher(uai);
    const { visit, subject } = await story.arrive("academie", { claims });
    const opened = await openAccount(story.ctx, visit);
    if (!opened.ok || opened.value.next !== "signed_in") throw new Error("No account was opened");
    const { token } = opened.value.session;
    const held = story.ctx.secrets.seal(
      `enrolment:${opened.value.session.personId}`,
      DEMONSTRATION_TOTP_SECRET,
    );
    const proposed = await proposeEnrolment(story.ctx, { token, held });
    const epoch = Math.floor(story.clock.now().getTime() / 1000);
    const code = await generate({ secret: DEMONSTRATION_TOTP_SECRET, epoch, guardrails: totpGuardrails });
    const enrolled = await enrolSecondFactor(story.ctx, { token, sealed: proposed?.sealed ?? "", code });
    expect(enrolled).toMatchObject({ ok: true, value: { actor: { firstName: "Lucie" } } });
    const again = await story.arrive("academie", { subject, claims });
    expect(again.outcome).toMatchObject({ ok: true, value: { session: { secondFactorNeeded: true } } });
  });
});
