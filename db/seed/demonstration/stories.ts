import { saveContact } from "#app/domain/follow-up/log/save-contact.server.ts";
import { saveNote } from "#app/domain/follow-up/log/save-note.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { applyTransition } from "#app/domain/applications/apply-transition.server.ts";
import { findApplication } from "#app/domain/applications/applications.store.server.ts";
import { applicationClosed, applicationExpired, applicationLapsed } from "#app/domain/applications/events.ts";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import {
  affiliations,
  agreements,
  hostSites,
  offers,
  offerSearch,
  persons,
  savedSearchMatches,
} from "#db/schema/index.ts";

const DAY_MS = 86_400_000;
const LETTERS = [
  "J’aimerais comprendre comment une idée devient un projet concret, et rencontrer les personnes qui le font avancer chaque jour.",
  "Je suis curieuse de découvrir ce métier de l’intérieur : je n’en connais que ce que j’ai lu, et j’ai beaucoup de questions à poser.",
  "J’aime observer, noter et poser des questions. Votre équipe fait un métier que je ne connais pas et que j’ai envie de découvrir.",
] as const;

type Ending = Extract<ApplicationStatus, "expired" | "lapsed" | "closed">;
const ENDINGS = {
  expired: ["expire", applicationExpired],
  lapsed: ["lapse", applicationLapsed],
  closed: ["close", applicationClosed],
} as const;

/** Plays what people did in the last weeks, through the use cases themselves, each at its own date. */
export class Storyteller {
  readonly db: Database;
  readonly now: Date;

  constructor(db: Database, now: Date) {
    this.db = db;
    this.now = now;
  }

  async as(personId: string, daysAgo: number): Promise<ActorContext> {
    const at = new Date(this.now.getTime() - daysAgo * DAY_MS);
    const actor = await findActor(this.db, personId, at);
    if (!actor) throw new Error("No such person in the demonstration");
    return { db: this.db, clock: { now: () => at }, actor };
  }

  /** Open offers of other organisations than `exceptOrganisation`, in the town given, in a stable order. */
  async offersIn(inseeCode: string, exceptOrganisation: string): Promise<string[]> {
    const rows = await this.db.execute<{ id: string }>(sql`
      select o.id from ${offers} o join ${offerSearch} s on s.offer_id = o.id join host_sites t on t.id = o.site_id
      where t.insee_code = ${inseeCode} and o.organisation_id <> ${exceptOrganisation} and o.reserved_to is null
        and s.accepts_both_weeks and s.accepts_single_week and s.free_week_1 > 0 and s.free_week_2 > 0
      order by o.published_at, o.id`);
    return rows.map(({ id }) => id);
  }

  async employerOf(offerId: string): Promise<string> {
    const [row] = await this.db
      .select({ personId: affiliations.personId })
      .from(affiliations)
      .innerJoin(offers, eq(offers.organisationId, affiliations.organisationId))
      .where(and(eq(offers.id, offerId), eq(affiliations.role, "employer"), isNull(affiliations.validTo)))
      .orderBy(asc(affiliations.personId))
      .limit(1);
    if (!row) throw new Error("An offer of the demonstration has nobody to answer");
    return row.personId;
  }

  async submit(
    pupilId: string,
    offerId: string,
    daysAgo: number,
    choice: PeriodChoice = "both",
  ): Promise<string> {
    const motivation = LETTERS[daysAgo % LETTERS.length] ?? LETTERS[0];
    return done(await submitApplication(await this.as(pupilId, daysAgo), { offerId, motivation, choice }))
      .applicationId;
  }

  async draft(pupilId: string, offerId: string): Promise<void> {
    done(await saveDraftApplication(await this.as(pupilId, 1), { offerId, motivation: LETTERS[0] }));
  }

  /** The teacher calls the family, and leaves a word for colleagues. */
  async writeAbout(pupilId: string, teacherId: string, daysAgo: number): Promise<void> {
    const ctx = await this.as(teacherId, daysAgo);
    const onDay = parisDate(ctx.clock.now());
    const contact = { way: "call", party: "family", state: "held", onDay, atTime: "17:30" } as const;
    const text = "La famille peut accompagner en voiture le matin.";
    done(await saveContact(ctx, { pupilId, entryId: null, contact, text }));
    const note = "Hésite à envoyer sa première lettre : à relire avec l’élève.";
    done(await saveNote(ctx, { pupilId, entryId: null, text: note }));
  }

  async see(applicationId: string, offerId: string, daysAgo: number): Promise<void> {
    done(
      await markApplicationSeen(await this.as(await this.employerOf(offerId), daysAgo), { applicationId }),
    );
  }

  async accept(applicationId: string, offerId: string, daysAgo: number): Promise<void> {
    done(await acceptApplication(await this.as(await this.employerOf(offerId), daysAgo), { applicationId }));
  }

  async decline(applicationId: string, offerId: string, daysAgo: number): Promise<void> {
    const ctx = await this.as(await this.employerOf(offerId), daysAgo);
    done(await declineApplication(ctx, { applicationId, reason: "no_supervisor" }));
  }

  async withdraw(applicationId: string, pupilId: string, daysAgo: number): Promise<void> {
    done(await withdrawApplication(await this.as(pupilId, daysAgo), { applicationId }));
  }

  async confirm(applicationId: string, pupilId: string, daysAgo: number): Promise<string> {
    return done(await confirmPlacement(await this.as(pupilId, daysAgo), { applicationId })).agreementId;
  }

  async cancel(applicationId: string, offerId: string, daysAgo: number): Promise<void> {
    const ctx = await this.as(await this.employerOf(offerId), daysAgo);
    done(await cancelPlacement(ctx, { applicationId, reason: "activity_stopped" }));
  }

  /** Passes an application on to the nearest other offer of the same organisation; when it has none, it stays where it is. */
  async transfer(applicationId: string, offerId: string, daysAgo: number): Promise<void> {
    const [colleague] = await this.db.execute<{ id: string }>(sql`
      select other.id from ${offers} o join ${offers} other on other.organisation_id = o.organisation_id and other.id <> o.id
      join ${offerSearch} s on s.offer_id = other.id
      join ${hostSites} here on here.id = o.site_id
      where o.id = ${offerId} and other.reserved_to is null and s.accepts_both_weeks and s.free_week_1 > 0 and s.free_week_2 > 0
      order by (s.latitude - here.latitude) ^ 2 + (s.longitude - here.longitude) ^ 2, other.id limit 1`);
    if (!colleague) return;
    const ctx = await this.as(await this.employerOf(offerId), daysAgo);
    done(await transferApplication(ctx, { applicationId, offerId: colleague.id, evenFar: true }));
  }

  async keep(pupilId: string, offerId: string, wantsAlert = false): Promise<void> {
    done(await keepFavourite(await this.as(pupilId, 2), { offerId, wantsAlert }));
  }

  /** A search kept last week, with the offers that it has told of since. */
  async saveSearch(pupilId: string, criteria: SearchCriteria, offerIds: readonly string[]): Promise<void> {
    const { savedSearchId } = done(
      await saveSearch(await this.as(pupilId, 8), { criteria, frequency: "daily" }),
    );
    const at = new Date(this.now.getTime() - 2 * DAY_MS);
    await this.db
      .insert(savedSearchMatches)
      .values(offerIds.map((offerId) => ({ savedSearchId, offerId, matchedAt: at, announcedAt: at })));
  }

  async askForHelp(pupilId: string): Promise<void> {
    const body = "J’ai écrit à plusieurs endroits et personne ne répond. Par où continuer ?";
    done(await requestHelp(await this.as(pupilId, 1), { topic: "search", body }));
  }

  /** A placement from the letter to the agreement, three weeks ago. */
  async place(pupilId: string, offerId: string, choice: PeriodChoice = "both"): Promise<string> {
    const applicationId = await this.submit(pupilId, offerId, 21, choice);
    await this.accept(applicationId, offerId, 18);
    return this.confirm(applicationId, pupilId, 16);
  }

  /** An ending that the service itself brings: a deadline passed. */
  async end(applicationId: string, to: Ending, daysAgo: number): Promise<void> {
    const at = new Date(this.now.getTime() - daysAgo * DAY_MS);
    await this.db.transaction(async (tx) => {
      const application = await findApplication(tx, applicationId);
      if (!application) throw new Error("No such application in the demonstration");
      const [action, definition] = ENDINGS[to];
      const event = newEvent(definition, { applicationId });
      await applyTransition(tx, { application, action, event, actorId: null }, at);
    });
  }

  async validate(agreementId: string, teacherId: string, daysAgo: number): Promise<void> {
    const agreement = await findAgreement(this.db, agreementId);
    const contentHash = agreement?.contentHash ?? "";
    done(await validateAgreement(await this.as(teacherId, daysAgo), { agreementId, contentHash }));
  }

  async askForChanges(agreementId: string, teacherId: string, daysAgo: number): Promise<void> {
    const comment = "Pouvez-vous préciser les activités de la deuxième semaine ? Merci d’avance.";
    done(
      await requestAgreementChanges(await this.as(teacherId, daysAgo), {
        agreementId,
        field: "activities",
        addressee: "host",
        comment,
      }),
    );
  }

  /** Moves an agreement on to a state that signatures bring. */
  async moveAgreement(
    agreementId: string,
    from: string,
    to: "signing" | "signed",
    daysAgo: number,
  ): Promise<void> {
    const at = new Date(this.now.getTime() - daysAgo * DAY_MS);
    await this.db.transaction(async (tx) => {
      await tx.update(agreements).set({ status: to, updatedAt: at }).where(eq(agreements.id, agreementId));
      await recordChange(tx, { agreementId }, { from, to, actorId: null, actorRole: "system" }, at);
    });
  }

  /** Takes a pupil's birth date away: the school's part of their agreement then waits to be filled. */
  async forgetBirthDate(pupilId: string): Promise<void> {
    await this.db.update(persons).set({ birthDate: null }).where(eq(persons.id, pupilId));
  }
}

function done<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The demonstration's story was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
