import { beforeAll, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/admin/moderation.tsx";
import { loader as adminHome } from "#app/routes/admin/home.tsx";
import { action as newOffer } from "#app/routes/employer/new-offer.tsx";
import { loader as hostOffer } from "#app/routes/employer/offer.tsx";
import { action as hostOffers } from "#app/routes/employer/offers.tsx";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { HOLD_CODES } from "#app/domain/offers/moderation/hold.ts";
import { holdReasonText } from "#app/ui/moderation/moderation-texts.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";
import { fillDraft, typedSteps } from "#tests/domain/offers/offer-fixture.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { newModerator } from "#tests/support/moderator.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let host = "";
let admin = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
  host = await cookieOf(app, world.employer.id);
  admin = await cookieOf(app, (await newModerator(make)).actor.personId);
});

const path = "/admin/moderation";
const decide = (form: Record<string, string>) =>
  statusOf(() => action(routeArgs(app, { path, cookie: admin, form })));
const open = () => loader(routeArgs(app, { path, cookie: admin }));
const seenByHost = (offerId: string) =>
  hostOffer(routeArgs(app, { path: `/employeur/offres/${offerId}`, cookie: host, params: { offerId } }));

/** Presses "Publier l'offre" on a draft with this description. */
async function press(description: string) {
  const typed = typedSteps(world.organisation);
  typed[2].description = description;
  const draftId = await fillDraft(await make.as(world.employer.id), typed);
  const form = { intent: "publish", brouillon: draftId };
  const pressed = await statusOf(() =>
    newOffer(routeArgs(app, { path: "/employeur/offres/nouvelle", cookie: host, form })),
  );
  return { offerId: draftId, location: pressed.location };
}

describe("an offer that a check has held", () => {
  it("tells its author what happens, waits in the queue with its reasons, and opens once approved", async () => {
    const { offerId, location } = await press("Appelle le 06 . 12 . 34 . 56 . 78 avant de venir.");
    expect(location).toBe(`/employeur/offres/${offerId}?fait=examen`);
    expect(await seenByHost(offerId)).toMatchObject({
      offer: { status: "submitted" },
      hold: { reasons: [{ code: "phone", words: "06 . 12 . 34 . 56 . 78" }] },
    });
    expect(await open()).toMatchObject({
      total: 1,
      held: [{ id: offerId, reasons: [{ field: "description" }] }],
    });
    expect(await adminHome(routeArgs(app, { path: "/admin", cookie: admin }))).toMatchObject({
      heldOffers: 1,
    });
    expect(await decide({ intent: "approve", offerId })).toMatchObject({
      status: 303,
      location: `${path}?fait=approuvee`,
    });
    expect(await open()).toMatchObject({
      total: 0,
      decisions: [{ decision: "approved", byFirstName: "Sacha" }],
    });
    expect((await decide({ intent: "approve", offerId })).status).toBe(409);
  });

  it("once rejected, reaches its author by e-mail in the moderator's words, and can be corrected", async () => {
    const { offerId } = await press("Mon snap : bois35, viens !");
    expect((await decide({ intent: "reject", offerId, explanation: "Non." })).status).toBe(422);
    const explanation = "Retirez le nom de la messagerie de la description.";
    expect(await decide({ intent: "reject", offerId, explanation })).toMatchObject({
      status: 303,
      location: `${path}?fait=refusee`,
    });
    const context = jobContext(database.db, database.url, "http://127.0.0.1:9", { clock });
    const events = await database.db.select().from(outboxEvents);
    const rejected = events.find(({ type }) => type === "offer.rejected");
    await dispatchEvent(context, rejected?.id ?? "");
    const mails = await database.db.select().from(messages);
    const mail = mails.find(({ template }) => template === "offer-rejected");
    expect(mail).toMatchObject({ personId: world.employer.id });
    expect(JSON.stringify(mail)).toContain(explanation);
    expect(await seenByHost(offerId)).toMatchObject({ offer: { status: "rejected" }, hold: { explanation } });
    const correct = await statusOf(() =>
      hostOffers(
        routeArgs(app, { path: "/employeur/offres", cookie: host, form: { intent: "correct", offerId } }),
      ),
    );
    expect(correct).toMatchObject({
      status: 303,
      location: `/employeur/offres/nouvelle?brouillon=${offerId}`,
    });
  });

  it("says each reason in French, never by its code", () => {
    for (const code of HOLD_CODES) {
      const field = code.endsWith("organisation") ? null : ("description" as const);
      const text = holdReasonText({ code, field, words: "ici" });
      expect(text).not.toContain("_");
      expect(text).toMatch(/^[A-ZÉ].*« ici ».*\.$/);
    }
  });
});
