import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { insertOrganisation } from "#app/domain/hosts/hosts.store.server.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { answerClaim } from "#app/domain/hosts/team/answer-claim.server.ts";
import { signUpHost } from "#app/domain/hosts/team/sign-up-host.server.ts";
import { getOwnClaim, listTeams } from "#app/domain/hosts/team/team.queries.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { hostClaims, messages, oneTimeLinks, outboxEvents, persons } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "trois girafes dansent";
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});

const newEmail = () => `nouvelle-${nextNumber()}@example.org`;
const freshSiret = () => demonstrationSiret(70_000 + nextNumber());

async function asked({ email = newEmail(), siret = freshSiret() } = {}) {
  const outcome = await signUpHost(app, { firstName: "Omar", lastName: "Kaci", email, password, siret });
  if (!outcome.ok) throw new Error(outcome.error.code);
  const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
  return { email, siret, linkId: link?.id ?? "" };
}

async function opened(given: { siret?: string } = {}) {
  const sent = await asked(given);
  const used = await openLink(app, sent);
  if (!used.ok || used.value.next !== "signed_in") throw new Error("Refused");
  return { ...sent, personId: used.value.session.personId, session: used.value.session };
}

/** Templates and recipients of what the last event makes leave. */
async function mailed() {
  const [event] = (await database.db.select().from(outboxEvents).orderBy(outboxEvents.id)).slice(-1);
  if (!event) throw new Error("No event");
  await dispatchEvent(app, event.id);
  const rows = await database.db.select().from(messages).where(eq(messages.eventId, event.id));
  return rows.map(({ template, recipient }) => ({ template, recipient }));
}

describe("signing up as a host", () => {
  it("makes nothing before the address is proven", async () => {
    const { email } = await asked();
    expect(await database.db.select().from(persons).where(eq(persons.email, email))).toEqual([]);
    expect((await signIn(app, { email, password })).ok).toBe(false);
    expect(await mailed()).toEqual([{ template: "host-sign-up", recipient: email }]);
  });

  it("opens an employer's space by the link, then by the password", async () => {
    const { email, session } = await opened();
    expect(session).toMatchObject({ roles: ["employer"], secondFactorNeeded: false });
    expect(await signIn(app, { email, password })).toMatchObject({
      ok: true,
      value: { roles: ["employer"] },
    });
  });

  it("tells the owner alone that an address has an account already", async () => {
    const { email } = await opened();
    const again = await asked({ email });
    expect(await mailed()).toEqual([{ template: "account-exists", recipient: email }]);
    expect(await openLink(app, again)).toEqual({ ok: false, error: { code: "no_account" } });
  });

  it("makes one account of two links for one address", async () => {
    const email = newEmail();
    const links = [await asked({ email }), await asked({ email })];
    const outcomes = await Promise.all(links.map((link) => openLink(app, link)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("goes on by a link that was sent again after a day", async () => {
    const sent = await asked();
    clock.advanceDays(1);
    expect(await openLink(app, sent)).toEqual({ ok: false, error: { code: "expired" } });
    expect((await renewLink(app, sent)).ok).toBe(true);
    const [renewed] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
    expect(await openLink(app, { linkId: renewed?.id ?? "" })).toMatchObject({ ok: true });
  });

  it("refuses a password that holds the name", async () => {
    const typed = { firstName: "Omar", lastName: "Kaci", email: newEmail(), siret: freshSiret() };
    const outcome = await signUpHost(app, { ...typed, password: "omar-kaci-2027" });
    expect(outcome).toEqual({ ok: false, error: { code: "weak_password", reason: "personal" } });
  });
});

describe("an establishment that is not here yet", () => {
  it("is claimed until its first offer makes it, with its author as first member", async () => {
    const { personId, siret } = await opened();
    const ctx = await make.as(personId);
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
    const { id, proven } = await database.db.transaction((tx) =>
      insertOrganisation(tx, fields, personId, clock.now()),
    );
    expect(proven).toBe(false);
    expect(await getOwnClaim(await make.as(personId))).toBeNull();
    const teams = await listTeams(await make.as(personId));
    expect(teams).toMatchObject([{ organisationId: id, members: [{ personId }], claims: [] }]);
  });
});

describe("an organisation that is here already", () => {
  const claimed = () => opened({ siret: world.organisation.siret });
  const member = () => make.as(world.employer.id);

  it("is asked, and lets nobody in by itself", async () => {
    const { personId } = await claimed();
    expect(await mailed()).toEqual([{ template: "host-claimed", recipient: world.employer.email }]);
    expect((await make.as(personId)).actor.affiliations).toMatchObject([{ organisationId: null }]);
    expect((await listTeams(await member()))[0]?.claims.map((claim) => claim.personId)).toContain(personId);
    expect(await listTeams(await make.as(personId))).toEqual([]);
  });

  it("lets someone in by one of its members", async () => {
    const { personId, email } = await claimed();
    expect(await answerClaim(await member(), { personId, accepted: true })).toEqual({ ok: true });
    expect(await mailed()).toEqual([{ template: "host-claim-answered", recipient: email }]);
    const { affiliations } = (await make.as(personId)).actor;
    expect(affiliations).toMatchObject([{ role: "employer", organisationId: world.organisation.id }]);
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
    expect((await make.as(personId)).actor.affiliations).toMatchObject([{ organisationId: null }]);
  });

  it("ends on one outcome when a member accepts while another refuses", async () => {
    const { personId } = await claimed();
    const ctx = await member();
    const outcomes = await Promise.all([
      answerClaim(ctx, { personId, accepted: true }),
      answerClaim(ctx, { personId, accepted: false }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await database.db.select().from(hostClaims).where(eq(hostClaims.personId, personId));
    const { affiliations } = (await make.as(personId)).actor;
    expect(affiliations[0]?.organisationId === null).toBe(left.length === 1);
  });

  it("answers nobody else: neither a stranger nor whoever asks", async () => {
    const { personId } = await claimed();
    const stranger = await opened();
    for (const someone of [personId, stranger.personId])
      expect(await answerClaim(await make.as(someone), { personId, accepted: true })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });
});
