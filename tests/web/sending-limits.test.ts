import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SENDING_LIMITS, type SendingLimit } from "#app/domain/outbox/sending-limits.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action as pupilApplication } from "#app/routes/pupil/application.tsx";
import { action as apply } from "#app/routes/pupil/apply.tsx";
import { action as hostApplication } from "#app/routes/employer/application.tsx";
import { action as hostOffers } from "#app/routes/employer/offers.tsx";
import { action as hostOffer } from "#app/routes/employer/offer.tsx";
import { action as objection } from "#app/routes/guardian/objection.tsx";
import { action as forgottenPassword } from "#app/routes/auth/forgotten-password.tsx";
import { action as signUpHost } from "#app/routes/auth/sign-up-host.tsx";
import { action as families } from "#app/routes/school/families.tsx";
import { sendingLimitMessage } from "#app/ui/messages/sending-limits.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupilId = "";
let pupil = "";
let host = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world({ seats: [50, 50] });
  host = await cookieOf(app, world.employer.id);
});
beforeEach(async () => {
  pupilId = (await world.newPupil()).id;
  pupil = await cookieOf(app, pupilId);
});

const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
const idIn = (location: string | null) => /candidatures\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "";
const eventsNow = () => database.db.$count(outboxEvents);

const send = (offerId = world.offer.id) =>
  statusOf(() =>
    apply(
      routeArgs(app, {
        path: `/offres/${offerId}/candidature`,
        cookie: pupil,
        params: { offerId },
        form: { intent: "submit", motivation, periode: "deux-semaines" },
      }),
    ),
  );
const asPupil = (applicationId: string, intent: string) =>
  statusOf(() =>
    pupilApplication(
      routeArgs(app, {
        path: `/eleve/candidatures/${applicationId}`,
        cookie: pupil,
        params: { applicationId },
        form: { intent },
      }),
    ),
  );
const asHost = (applicationId: string, form: Record<string, string>) =>
  statusOf(() =>
    hostApplication(
      routeArgs(app, {
        path: `/employeur/candidatures/${applicationId}`,
        cookie: host,
        params: { applicationId },
        form,
      }),
    ),
  );

/** Presses again and again; gives how many presses did something before the first refusal, and its words. */
async function pressUntilRefused(press: () => Promise<{ status: number; value: unknown }>) {
  for (let done = 0; done < 60; done += 1) {
    clock.advanceDays(5 / 86_400);
    const { status, value } = await press();
    if (status !== 303) {
      expect([409, 429]).toContain(status);
      return { done, told: JSON.stringify(value) };
    }
  }
  throw new Error("Sixty presses, and no end");
}

describe("what one person makes the service send in a day", () => {
  it("ends after four applications to one offer, withdrawn each time; what was typed stays, and others can be asked", async () => {
    const { done, told } = await pressUntilRefused(async () => {
      const sent = await send();
      if (sent.status === 303) await asPupil(idIn(sent.location), "withdraw");
      return sent;
    });
    expect(done).toBe(4);
    expect(told).toContain(sendingLimitMessage("send-application"));
    expect(told).toContain(motivation);
    const before = await eventsNow();
    expect((await send()).status).toBe(429);
    expect(await eventsNow()).toBe(before);
    expect((await send((await world.newOffer()).id)).status).toBe(303);
  });

  it("ends for one host over all its offers, taken up again included, and leaves other hosts free", async () => {
    const offers = [world.offer.id, (await world.newOffer()).id, (await world.newOffer()).id];
    let turn = 0;
    const { done, told } = await pressUntilRefused(async () => {
      const sent = await send(offers[turn % 3]);
      turn += 1;
      if (sent.status === 303) await asPupil(idIn(sent.location), "withdraw");
      return sent;
    });
    expect(done).toBe(SENDING_LIMITS["send-host-applications"]);
    expect(told).toContain(sendingLimitMessage("send-host-applications"));
    const elsewhere = await make.offer({
      campaignId: world.campaign.id,
      organisationId: (await make.organisation()).id,
    });
    const sent = await send(elsewhere.id);
    expect(sent.status).toBe(303);
  });

  it("counts an application taken up again like another one", async () => {
    let id = "";
    for (let turn = 0; turn < 3; turn += 1) {
      id = idIn((await send()).location);
      expect((await asPupil(id, "withdraw")).status).toBe(303);
    }
    expect((await asPupil(id, "restore")).status).toBe(303);
    expect((await asPupil(id, "withdraw")).status).toBe(303);
    expect((await send()).status).toBe(429);
  });

  it("does not count what was refused", async () => {
    const other = await world.newOffer({ seats: [0, 0] });
    for (let turn = 0; turn < 6; turn += 1) expect([409, 422]).toContain((await send(other.id)).status);
    await database.db.execute(`update offer_seats set capacity = 2 where offer_id = '${other.id}'`);
    expect((await send(other.id)).status).toBe(303);
  });

  it("lets one of many presses made together pass where one is left", async () => {
    let passed = 0;
    const press = () =>
      underSendingLimits(app, { "send-application": "a pair of this test" }, () => {
        passed += 1;
        return Promise.resolve({ ok: true });
      });
    await Promise.all(Array.from({ length: 20 }, press));
    expect(passed).toBe(SENDING_LIMITS["send-application"]);
  });

  it("ends for a host who refuses and changes its mind, again and again", async () => {
    const id = idIn((await send((await world.newOffer()).id)).location);
    let declined = false;
    const { done } = await pressUntilRefused(() => {
      declined = !declined;
      return asHost(id, declined ? { intent: "decline", reason: "dates" } : { intent: "take_back" });
    });
    expect(done).toBeLessThanOrEqual(SENDING_LIMITS["send-answer"]);
  });

  it("ends for a parent who objects and changes their mind, again and again", async () => {
    const id = idIn((await send((await world.newOffer()).id)).location);
    const token = app.links.sign("guardian", await make.guardianOf(pupilId));
    let objected = false;
    const { done } = await pressUntilRefused(() => {
      objected = !objected;
      return statusOf(() =>
        objection(
          routeArgs(app, {
            path: `/suivi/${token}/candidatures/${id}/opposition`,
            params: { token, applicationId: id },
            form: { intent: objected ? "object" : "take_back" },
          }),
        ),
      );
    });
    expect(done).toBeLessThanOrEqual(SENDING_LIMITS["send-objection"]);
  });

  it("ends for an offer that is closed and opened again, by a pause or by a limit", async () => {
    const { id: offerId } = await world.newOffer();
    let paused = false;
    const { told } = await pressUntilRefused(() => {
      paused = !paused;
      const form = { intent: paused ? "pause" : "resume", offerId };
      return statusOf(() => hostOffers(routeArgs(app, { path: "/employeur/offres", cookie: host, form })));
    });
    expect(told).toContain(sendingLimitMessage("send-reopening"));
    const limited = await statusOf(() =>
      hostOffer(
        routeArgs(app, {
          path: `/employeur/offres/${offerId}`,
          cookie: host,
          params: { offerId },
          form: { maxOpenApplications: "5" },
        }),
      ),
    );
    expect(limited.status).toBe(429);
  });

  it("ends for links that a school sends to one parent", async () => {
    const guardianId = await make.guardianOf(pupilId);
    const cookie = await cookieOf(app, world.teacher.id);
    const classGroupId = world.classGroup.id;
    const press = () =>
      statusOf(() =>
        families(
          routeArgs(app, {
            path: `/etablissement/classes/${classGroupId}/familles`,
            cookie,
            params: { classGroupId },
            form: { intent: "send", guardianId },
          }),
        ),
      );
    expect((await pressUntilRefused(press)).done).toBe(5);
    await app.rateLimits.forget("guardian-link", guardianId);
    expect((await pressUntilRefused(press)).done).toBe(5);
    await app.rateLimits.forget("guardian-link", guardianId);
    expect((await pressUntilRefused(press)).told).toContain(sendingLimitMessage("send-family-link"));
  });

  it("ends for accounts asked for in the name of one organisation, and for links sent to one address", async () => {
    const { siret } = world.organisation;
    const signUp = (email: string) => {
      const form = { firstName: "Alix", lastName: "Morin", email, password: "Marcassin-violet-73", siret };
      return statusOf(() =>
        signUpHost(routeArgs(app, { path: "/inscription/employeur", form, from: email })),
      );
    };
    let account = 0;
    const { done, told } = await pressUntilRefused(() => signUp(`alix-${(account += 1)}@atelier.test`));
    expect(done).toBe(SENDING_LIMITS["send-claim"]);
    expect(told).toContain(sendingLimitMessage("send-claim"));
    expect(told).not.toContain("Marcassin");

    const ask = () =>
      statusOf(() =>
        forgottenPassword(
          routeArgs(app, { path: "/mot-de-passe-oublie", form: { email: "alix@atelier.test" } }),
        ),
      );
    let sent = 0;
    for (let hour = 0; hour < 4; hour += 1) {
      while ((await ask()).location?.endsWith("fait=envoye")) sent += 1;
      await app.rateLimits.forget("link-recipient", "alix@atelier.test");
    }
    // Twelve in a day, and the one an hour that always comes.
    expect(sent).toBe(12 + 1);
  });

  it("is refused in words that say what to do, for each limit", () => {
    for (const limit of Object.keys(SENDING_LIMITS) as SendingLimit[])
      expect(sendingLimitMessage(limit)).toMatch(/aujourd’hui.*(demain|appelez|Appelez)/s);
  });
});
