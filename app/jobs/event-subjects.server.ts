import { getAgreementFacts } from "#app/domain/notifications/agreement-facts.queries.server.ts";
import { getApplicationFacts } from "#app/domain/notifications/application-facts.queries.server.ts";
import { getOfferFacts } from "#app/domain/notifications/offer-facts.queries.server.ts";
import {
  listClassTeachers,
  listEmployers,
  listGuardians,
  listSchoolStaff,
} from "#app/domain/notifications/recipients.queries.server.ts";
import { paths } from "#app/paths.ts";
import { nobody, type Telling } from "./compose.server.ts";
import type { Composer } from "./event-handlers/event-handler.ts";

/**
 * Loads the subject of an event and composes what is told of it. An event whose subject is gone, or whose letters find no
 * reader, says so.
 */
export function about<Subject, Event>(load: (composer: Composer, event: Event) => Promise<Subject | null>) {
  return <Actual extends Event>(
      compose: (subject: Subject, composer: Composer, event: Actual) => Telling | Promise<Telling>,
    ) =>
    async (composer: Composer, event: Actual): Promise<Telling> => {
      const subject = await load(composer, event);
      if (!subject) return nobody("subject_gone");
      const telling = await compose(subject, composer, event);
      return Array.isArray(telling) && telling.length === 0 ? nobody("nobody_concerned") : telling;
    };
}

export const aboutOffer = about(async ({ db }: Composer, { offerId }: { offerId: string }) => {
  const offer = await getOfferFacts(db, offerId);
  if (!offer) return null;
  return {
    id: offer.id,
    author: offer.author,
    told: { offerTitle: offer.title, town: offer.town },
  };
});

export const aboutApplication = about(
  async ({ db, today }: Composer, { applicationId }: { applicationId: string }) => {
    const facts = await getApplicationFacts(db, applicationId);
    if (!facts) return null;
    const { status, deadlineAt, place, school } = facts;
    const answered = status !== "submitted" && status !== "seen";
    return {
      id: facts.id,
      pupil: facts.pupil,
      pupilFirstName: facts.pupilFirstName,
      employers: () => listEmployers(db, facts.organisationId, today),
      guardians: () => listGuardians(db, facts.pupilId),
      schoolTown: school?.town ?? null,
      period: facts.period,
      declineReason: facts.declineReason,
      /** The host's deadline, while it is the host's turn. */
      waitingUntil: answered ? null : deadlineAt,
      /** The pupil's deadline, while it is the pupil's turn. */
      confirmableUntil: status === "accepted" ? deadlineAt : null,
      /** The search around the pupil's school; its town tells no more than the host knows. */
      nearSchool: {
        lieu: school?.town,
        lat: school?.point?.latitude.toFixed(2),
        lon: school?.point?.longitude.toFixed(2),
      },
      told: { offerTitle: facts.offerTitle, hostName: facts.hostName, town: place.town },
      practical: {
        address: `${place.addressLine}, ${place.postcode} ${place.town}`,
        hours: facts.hours,
        supervisorName: facts.supervisorName,
        lunch: facts.lunch,
        accessNote: facts.accessNote,
      },
    };
  },
);

export const aboutAgreement = about(
  async ({ db, today }: Composer, { agreementId }: { agreementId: string }) => {
    const facts = await getAgreementFacts(db, agreementId);
    if (!facts) return null;
    const employers = () => listEmployers(db, facts.organisationId, today);
    const office = () => listSchoolStaff(db, facts.schoolUai, ["schoolOffice", "schoolHead"], today);
    return {
      id: facts.id,
      pupil: facts.pupil,
      side: (addressee: "host" | "school") => (addressee === "host" ? employers() : office()),
      heads: () => listSchoolStaff(db, facts.schoolUai, ["schoolHead"], today),
      /** Teachers of the class; of a class without teacher, the office and the head. */
      validators: async () => {
        const teachers = await listClassTeachers(db, facts.classGroupId);
        return teachers.length > 0 ? teachers : office();
      },
      pathFor: (addressee: "host" | "school") =>
        addressee === "host" ? paths.employer.agreement(facts.id) : paths.school.agreement(facts.id),
      told: {
        pupilFirstName: facts.pupilFirstName,
        className: facts.className,
        hostName: facts.hostName,
        schoolName: facts.schoolName,
        period: facts.period,
      },
    };
  },
);
