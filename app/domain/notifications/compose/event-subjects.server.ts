import { isAdult, shouldInformGuardians } from "#app/domain/guardians/informing.ts";
import { z } from "zod";
import { findAgreementOf, getAgreementFacts, type AgreementFacts } from "./agreement-facts.queries.server.ts";
import { getApplicationFacts, type ApplicationFacts } from "./application-facts.queries.server.ts";
import { getOfferFacts } from "./offer-facts.queries.server.ts";
import {
  byAddress,
  listClassTeachers,
  listEmployers,
  listGuardians,
  listSchoolStaff,
  type GuardianRecipient,
  type Recipient,
} from "./recipients.queries.server.ts";
import { listNearbyOffers } from "#app/domain/search/nearby-offers.queries.server.ts";
import type { NearbyOffer } from "#app/emails/applications/nearby-offers.tsx";
import { paths } from "#app/paths.ts";
import { skip, type Composition } from "./message-draft.server.ts";
import type { Composer } from "./composer.ts";

/**
 * Loads the subject of an event and composes its messages. An event whose subject is gone, or whose messages find no
 * reader, is skipped with that reason.
 */
export function about<Subject, Event>(load: (composer: Composer, event: Event) => Promise<Subject | null>) {
  return <Actual extends Event>(
      compose: (subject: Subject, composer: Composer, event: Actual) => Composition | Promise<Composition>,
    ) =>
    async (composer: Composer, event: Actual): Promise<Composition> => {
      const subject = await load(composer, event);
      if (!subject) return skip("subject_gone");
      const composition = await compose(subject, composer, event);
      return Array.isArray(composition) && composition.length === 0 ? skip("nobody_concerned") : composition;
    };
}

/** Teachers of the class; of a class without teacher, the office and the head. */
export async function listClassAdults(
  { db, today }: Composer,
  { classGroupId, schoolUai }: { classGroupId: string; schoolUai: string },
): Promise<Recipient[]> {
  const teachers = await listClassTeachers(db, classGroupId, today);
  return teachers.length > 0 ? teachers : listOffice({ db, today }, schoolUai);
}

/** The office and the head of a school. */
export function listOffice({ db, today }: Pick<Composer, "db" | "today">, schoolUai: string) {
  return listSchoolStaff(db, schoolUai, ["schoolOffice", "schoolHead"], today);
}

/**
 * For what can wait until the morning: the office by e-mail; the head, who gets one digest a day, in the notification centre
 * alone.
 */
async function listOfficeUntilDigest(
  { db, today }: Pick<Composer, "db" | "today">,
  schoolUai: string,
): Promise<Recipient[]> {
  const office = await listSchoolStaff(db, schoolUai, ["schoolOffice"], today);
  const known = new Set(office.map(({ personId }) => personId));
  const heads = await listHeadsUntilDigest({ db, today }, schoolUai);
  return [...office, ...heads.filter(({ personId }) => !known.has(personId))];
}

async function listHeadsUntilDigest(
  { db, today }: Pick<Composer, "db" | "today">,
  schoolUai: string,
): Promise<Recipient[]> {
  const heads = await listSchoolStaff(db, schoolUai, ["schoolHead"], today);
  return heads.map((head) => ({ ...head, email: null }));
}

/** The follow-up page of a representative. */
export function followUpLink({ links, url }: Composer, guardian: GuardianRecipient): string {
  const { guardianId, linkVersion } = guardian;
  return url(paths.guardianFollowUp(links.sign("guardian", guardianId, linkVersion)));
}

/** The page of a stay, for whoever receives the pupil. */
function supervisorLink(
  { links, url }: Pick<Composer, "links" | "url">,
  { id, linkVersion }: Pick<AgreementFacts, "id" | "linkVersion">,
): string {
  return url(paths.supervisor.visit(links.sign("supervisor", id, linkVersion)));
}

/** The page by which the host of an internship found elsewhere answers, and corrects its part. */
export function foundLink(
  { links, url }: Pick<Composer, "links" | "url">,
  { id, linkVersion }: { id: string; linkVersion: number },
): string {
  return url(paths.found(links.sign("found", id, linkVersion)));
}

/** The members of the host; of one that has no account, the address to which it was asked. */
function listHosts(
  { db, today }: Pick<Composer, "db" | "today">,
  { organisationId, found }: Pick<AgreementFacts, "organisationId" | "found">,
): Promise<Recipient[]> {
  return found ? Promise.resolve([byAddress(found.hostEmail)]) : listEmployers(db, organisationId, today);
}

/** The members of the host, and whoever looks after the pupil when the agreement gives their address. */
async function listSupervisors(
  composer: Pick<Composer, "db" | "today">,
  facts: Pick<AgreementFacts, "organisationId" | "supervisorContact" | "found">,
): Promise<Recipient[]> {
  const members = await listHosts(composer, facts);
  const address = z.email().safeParse(facts.supervisorContact?.trim().toLowerCase()).data;
  const isKnown = members.some(({ email }) => email?.toLowerCase() === address);
  return address && !isKnown ? [...members, byAddress(address)] : members;
}

/** Nobody has an account there: without address or number, the school informs a representative. */
async function listReachableGuardians({ db }: Composer, pupilId: string): Promise<GuardianRecipient[]> {
  const guardians = await listGuardians(db, pupilId);
  return guardians.filter(({ email, phone }) => (email ?? phone) !== null);
}

export const aboutOffer = about(({ db }: Composer, { offerId }: { offerId: string }) =>
  getOfferFacts(db, offerId),
);

export const aboutApplication = about(
  async (composer: Composer, { applicationId }: { applicationId: string }) => {
    const facts = await getApplicationFacts(composer.db, applicationId);
    return facts && describeApplication(composer, facts);
  },
);

export function describeApplication(composer: Composer, facts: ApplicationFacts) {
  const { status, deadlineAt, place, pupilClass } = facts;
  const { db, today } = composer;
  const answered = status !== "submitted" && status !== "seen";
  const aged = {
    birthDate: facts.pupilBirthDate,
    schoolInforms: pupilClass?.informsGuardians ?? false,
  };
  return {
    ...facts,
    className: pupilClass?.className ?? "",
    schoolTown: pupilClass?.town ?? null,
    employers: () => listEmployers(db, facts.organisationId, today),
    /** The adults of the class. */
    teachers: () => (pupilClass ? listClassAdults(composer, pupilClass) : []),
    /** Those to inform on this occasion, at the pupil's age today. */
    guardians: (occasion: "application" | "confirmation") =>
      shouldInformGuardians(occasion, aged, today) ? listReachableGuardians(composer, facts.pupilId) : [],
    /** The class page, for the adults of the school. */
    classLink: composer.url(
      pupilClass ? paths.school.classGroup(pupilClass.classGroupId) : paths.school.home(),
    ),
    /** The host's deadline, while it is the host's turn. */
    waitingUntil: answered ? null : deadlineAt,
    /** The pupil's deadline, while it is the pupil's turn. */
    confirmableUntil: status === "accepted" ? deadlineAt : null,
    /** A search around the pupil's school; its town says no more than the host knows. */
    searchLink: composer.url(
      paths.offers({
        lieu: pupilClass?.town,
        lat: pupilClass?.point?.latitude.toFixed(2),
        lon: pupilClass?.point?.longitude.toFixed(2),
      }),
    ),
    nearby: () => findNearby(composer, facts),
    common: { offerTitle: facts.offerTitle, hostName: facts.hostName, town: place.town },
    sheet: {
      offerTitle: facts.offerTitle,
      hostName: facts.hostName,
      period: facts.period,
      hours: facts.hours,
      address: `${place.addressLine}, ${place.postcode} ${place.town}`,
      supervisorName: facts.supervisorName,
      lunch: facts.lunch,
      accessNote: facts.accessNote,
    },
  };
}

/** Offers that the pupil may ask for instead, with a free seat for the same weeks, the nearest to the school first. */
async function findNearby({ db, url }: Composer, facts: ApplicationFacts): Promise<NearbyOffer[]> {
  const { campaignId, pupilId, weeks, pupilClass } = facts;
  if (!pupilClass?.point || weeks.length === 0) return [];
  const search = { campaignId, pupilId, weeks, center: pupilClass.point, asker: pupilClass };
  const found = await listNearbyOffers(db, search);
  return found.map(({ id, ...offer }) => ({ ...offer, link: url(paths.offer(id)) }));
}

/** The stay that a confirmed application has led to: who looks after the pupil there, and the link to its page. */
export async function findStay(composer: Composer, applicationId: string) {
  const agreementId = await findAgreementOf(composer.db, applicationId);
  const facts = agreementId && (await getAgreementFacts(composer.db, agreementId));
  if (!facts) return null;
  return {
    supervisors: () => listSupervisors(composer, facts),
    supervisorLink: supervisorLink(composer, facts),
  };
}

export const aboutAgreement = about(async (composer: Composer, { agreementId }: { agreementId: string }) => {
  const { db, today } = composer;
  const facts = await getAgreementFacts(db, agreementId);
  if (!facts) return null;
  const employers = () => listHosts(composer, facts);
  const hostPage = facts.found
    ? foundLink(composer, facts.found)
    : composer.url(paths.employer.agreement(facts.id));
  return {
    id: facts.id,
    status: facts.status,
    pupil: facts.pupil,
    /** Those who look after the pupil at the host's, with or without account. */
    supervisors: () => listSupervisors(composer, facts),
    supervisorLink: supervisorLink(composer, facts),
    /** The page of the day, for the adults of the school. */
    dayLink: composer.url(paths.school.followUp({ classe: facts.classGroupId })),
    side: (addressee: "host" | "school") =>
      addressee === "host" ? employers() : listOfficeUntilDigest(composer, facts.schoolUai),
    /** At once: the head too, by e-mail. */
    office: () => listOffice(composer, facts.schoolUai),
    heads: () => listSchoolStaff(db, facts.schoolUai, ["schoolHead"], today),
    headsUntilDigest: () => listHeadsUntilDigest(composer, facts.schoolUai),
    teachers: () => listClassTeachers(db, facts.classGroupId, today),
    validators: async () => {
      const teachers = await listClassTeachers(db, facts.classGroupId, today);
      return teachers.length > 0 ? teachers : listOfficeUntilDigest(composer, facts.schoolUai);
    },
    guardians: () =>
      isAdult(facts.pupilBirthDate, today) ? [] : listReachableGuardians(composer, facts.pupilId),
    linkFor: (addressee: "host" | "school") =>
      addressee === "host" ? hostPage : composer.url(paths.school.agreement(facts.id)),
    /** The document, for the host; one that has no account finds it from its page. */
    hostPdfLink: facts.found ? hostPage : composer.url(paths.employer.agreementPdf(facts.id)),
    common: {
      pupilFirstName: facts.pupilFirstName,
      className: facts.className,
      hostName: facts.hostName,
      schoolName: facts.schoolName,
      period: facts.period,
      /** Until then each part can still be filled, read and signed in time. */
      dueBefore: facts.period.startsOn > today ? facts.period.startsOn : null,
    },
  };
});
