import { and, eq, sql } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, guardians, messages, persons } from "#db/schema/index.ts";
import { findPupilClass } from "./pupil-class.queries.server.ts";
import { listEmployers, listSchoolStaff, type Recipient } from "./recipients.queries.server.ts";

/** Who can reach the owner of an address that takes no mail any more, and whom they should reach. */
export interface LostAddress {
  whose: "pupil" | "guardian" | "staff" | "host";
  /** A pupil by first name and class, also for a representative; a colleague by full name. */
  people: string[];
  /** The pupil that it is about, when it is about one alone. */
  pupilFirstName: string | null;
  recipients: Recipient[];
}

/** One entry a school or host; null when the message is gone. */
export async function getLostAddress(
  db: Queryable,
  messageId: string,
  today: CalendarDate,
): Promise<LostAddress[] | null> {
  const [message] = await db
    .select({ address: messages.recipient, personId: messages.personId })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (!message?.address) return null;
  const { address, personId } = message;
  const found = personId ? await ofPerson(db, personId, today) : await ofGuardian(db, address, today);
  const lost = address.toLowerCase();
  return found.map(({ recipients, ...entry }) => ({
    ...entry,
    recipients: recipients.filter(({ email }) => email?.toLowerCase() !== lost),
  }));
}

const OFFICE = ["schoolOffice", "schoolHead"] as const;

async function ofPerson(db: Queryable, personId: string, today: CalendarDate): Promise<LostAddress[]> {
  const rows = await db
    .select({
      role: affiliations.role,
      schoolUai: affiliations.schoolUai,
      organisationId: affiliations.organisationId,
      firstName: persons.firstName,
      lastName: persons.lastName,
    })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.personId, personId), affiliationInForce(today)))
    .orderBy(affiliations.id);
  const entries: LostAddress[] = [];
  for (const { role, schoolUai, organisationId, firstName, lastName } of rows) {
    const fullName = `${firstName} ${lastName}`;
    if (organisationId) {
      const recipients = await listEmployers(db, organisationId, today);
      entries.push({ whose: "host", people: [fullName], pupilFirstName: null, recipients });
    } else if (schoolUai) {
      const recipients = await listSchoolStaff(db, schoolUai, [...OFFICE], today);
      if (role === "pupil") {
        const people = [await pupilLabel(db, personId, firstName)];
        entries.push({ whose: "pupil", people, pupilFirstName: firstName, recipients });
      } else entries.push({ whose: "staff", people: [fullName], pupilFirstName: null, recipients });
    }
  }
  return entries;
}

/** A representative is known by the address alone, and may be that of several pupils. */
async function ofGuardian(db: Queryable, address: string, today: CalendarDate): Promise<LostAddress[]> {
  const rows = await db
    .select({ pupilId: guardians.pupilId, firstName: persons.firstName })
    .from(guardians)
    .innerJoin(persons, eq(persons.id, guardians.pupilId))
    .where(eq(sql`lower(${guardians.email})`, address.toLowerCase()))
    .orderBy(guardians.id)
    .limit(20);
  const bySchool = new Map<string, { label: string; firstName: string }[]>();
  for (const { pupilId, firstName } of rows) {
    const found = await findPupilClass(db, pupilId);
    if (!found) continue;
    const people = bySchool.get(found.schoolUai) ?? [];
    bySchool.set(found.schoolUai, [...people, { label: `${firstName}, ${found.className}`, firstName }]);
  }
  return Promise.all(
    [...bySchool].map(async ([schoolUai, people]) => ({
      whose: "guardian" as const,
      people: people.map(({ label }) => label),
      pupilFirstName: people.length === 1 ? (people[0]?.firstName ?? null) : null,
      recipients: await listSchoolStaff(db, schoolUai, [...OFFICE], today),
    })),
  );
}

async function pupilLabel(db: Queryable, personId: string, firstName: string): Promise<string> {
  const found = await findPupilClass(db, personId);
  return found ? `${firstName}, ${found.className}` : firstName;
}
