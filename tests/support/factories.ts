import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { defaultWeeks } from "#app/domain/campaigns/campaign.ts";
import { agreementTextHash } from "#app/domain/agreements/document/agreement-hash.server.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";
import * as tables from "#db/schema/index.ts";

export interface FakeClock extends Clock {
  set(instant: string): void;
  advanceDays(days: number): void;
}

/** A clock that stands still until a test moves it. */
export function fakeClock(instant = "2027-03-01T09:00:00Z"): FakeClock {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    set: (next) => {
      current = new Date(next);
    },
    advanceDays: (days) => {
      current = new Date(current.getTime() + days * 86_400_000);
    },
  };
}

let counter = 0;
/** A number that no other row of this process has had: for SIRET, UAI and addresses. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

export type Factories = ReturnType<typeof factories>;

const LONG_AGO = "2026-09-01";

/** Rows that tests start from; everything not told takes a plain value. */
export function factories(db: Database, clock: Clock) {
  const now = () => clock.now();

  async function reference(): Promise<void> {
    await db
      .insert(tables.sectorFamilies)
      .values({ slug: "sante", label: "Santé", position: 1 })
      .onConflictDoNothing();
    await db
      .insert(tables.sectors)
      .values([
        { code: "s43", label: "Santé", familySlug: "sante" },
        { code: "s31", label: "Informatique et réseaux", familySlug: "sante" },
      ])
      .onConflictDoNothing();
    await db
      .insert(tables.academies)
      .values({ code: "14", name: "Rennes", region: "Bretagne" })
      .onConflictDoNothing();
    await db
      .insert(tables.departments)
      .values({ code: "35", name: "Ille-et-Vilaine", academyCode: "14" })
      .onConflictDoNothing();
  }

  async function campaign(values: Partial<typeof tables.campaigns.$inferInsert> = {}) {
    const row = {
      id: newId(),
      schoolYear: "2026-2027",
      startsOn: "2027-06-17",
      endsOn: "2027-06-28",
      status: "official" as const,
      source: "test",
      hostsOpenOn: "2026-11-01",
      pupilsOpenOn: "2027-01-15",
      hostAnswerDays: 10,
      pupilConfirmDays: 5,
      maxLiveApplications: 10,
      ...values,
    };
    const [known] = await db
      .select()
      .from(tables.campaigns)
      .where(eq(tables.campaigns.schoolYear, row.schoolYear));
    if (known) return known;
    await db.insert(tables.campaigns).values(row);
    await db
      .insert(tables.internshipWeeks)
      .values(defaultWeeks(row.startsOn, row.endsOn).map((week) => ({ ...week, campaignId: row.id })));
    return row;
  }

  async function agreementText(): Promise<void> {
    const body = readFileSync("db/seed/reference/agreement-text-demonstration.md", "utf8");
    await db
      .insert(tables.agreementTexts)
      .values({
        title: "Texte de test",
        source: "test",
        kind: "demonstration",
        body,
        bodyHash: agreementTextHash(body),
        importedAt: now(),
      })
      .onConflictDoNothing();
  }

  async function school(values: Partial<typeof tables.schools.$inferInsert> = {}) {
    const uai = values.uai ?? `${String(3_500_000 + nextNumber()).padStart(7, "0")}A`;
    const row = {
      uai,
      name: "Lycée des Trois-Rivières",
      kind: "Lycée général et technologique",
      isPublic: true,
      underContract: true,
      addressLine: "1 rue des Écoles",
      postcode: "35000",
      town: "Rennes",
      inseeCode: "35238",
      hasSeconde: true,
      email: `lycee-${uai.toLowerCase()}@example.org`,
      status: "open",
      ...values,
    };
    await db.insert(tables.schools).values(row);
    return row;
  }

  async function classGroup(schoolUai: string, name = "2de B", schoolYear = "2026-2027") {
    const row = { id: newId(), schoolUai, schoolYear, name };
    await db.insert(tables.classGroups).values(row);
    return row;
  }

  async function person(
    values: Partial<typeof tables.persons.$inferInsert> = {},
    options: { password?: string; totpSecret?: string } = {},
  ) {
    const number = nextNumber();
    const row = {
      id: newId(),
      firstName: "Camille",
      lastName: `Dupont${number}`,
      email: `personne-${number}@example.org`,
      createdAt: now(),
      ...values,
    };
    await db.insert(tables.persons).values(row);
    if (options.password && row.email) {
      const passwordHash = await hashPassword(options.password);
      const identity = {
        personId: row.id,
        issuer: "password",
        subject: row.email,
        passwordHash,
        validFrom: now(),
      };
      await db.insert(tables.identities).values({ ...identity, totpSecret: options.totpSecret ?? null });
    }
    return row;
  }

  async function affiliate(
    personId: string,
    role: Role,
    target: { schoolUai?: string; organisationId?: string; academyCode?: string } = {},
  ): Promise<void> {
    await db.insert(tables.affiliations).values({ personId, role, validFrom: LONG_AGO, ...target });
  }

  async function pupil(
    options: { schoolUai: string; classGroupId: string } & Partial<typeof tables.persons.$inferInsert>,
  ) {
    const { schoolUai, classGroupId, ...values } = options;
    const row = await person({ birthDate: "2011-10-02", ...values });
    await affiliate(row.id, "pupil", { schoolUai });
    await db
      .insert(tables.classMembers)
      .values({ classGroupId, personId: row.id, role: "pupil", joinedAt: now() });
    await db
      .insert(tables.guardians)
      .values({ pupilId: row.id, name: `Parent ${row.lastName}`, email: `parent-${row.id}@example.org` });
    return row;
  }

  /** The legal representative that comes with each pupil. */
  async function guardianOf(pupilId: string): Promise<string> {
    const [row] = await db
      .select({ id: tables.guardians.id })
      .from(tables.guardians)
      .where(eq(tables.guardians.pupilId, pupilId));
    if (!row) throw new Error("This pupil has no representative");
    return row.id;
  }

  async function staff(
    role: "teacher" | "schoolOffice" | "schoolHead",
    schoolUai: string,
    classGroupId?: string,
  ) {
    const row = await person({ firstName: "Dominique" });
    await affiliate(row.id, role, { schoolUai });
    if (classGroupId) {
      await db
        .insert(tables.classMembers)
        .values({ classGroupId, personId: row.id, role: "form_teacher", joinedAt: now() });
    }
    return row;
  }

  async function organisation(values: Partial<typeof tables.hostOrganisations.$inferInsert> = {}) {
    const row = {
      id: newId(),
      name: `Atelier ${nextNumber()}`,
      siret: demonstrationSiret(900_000 + nextNumber()),
      isPublic: false,
      addressLine: "3 rue du Port",
      postcode: "35000",
      town: "Rennes",
      signatoryName: "Alex Morel",
      signatoryQuality: "gérance",
      preventionContact: "Sam Roux",
      createdAt: now(),
      proof: "directory" as const,
      provenAt: now(),
      ...values,
    };
    await db.insert(tables.hostOrganisations).values(row);
    return row;
  }

  async function employer(organisationId: string) {
    const row = await person({ firstName: "Claude" });
    await affiliate(row.id, "employer", { organisationId });
    return row;
  }

  interface OfferOptions {
    campaignId: string;
    organisationId: string;
    seats?: [number, number];
    point?: { latitude: number; longitude: number };
    values?: Partial<typeof tables.offers.$inferInsert>;
  }

  async function offer({ campaignId, organisationId, seats = [1, 1], point, values = {} }: OfferOptions) {
    const siteId = newId();
    const { latitude, longitude } = point ?? { latitude: 48.1147, longitude: -1.6794 };
    await db.insert(tables.hostSites).values({
      id: siteId,
      organisationId,
      addressLine: "3 rue du Port",
      postcode: "35000",
      town: "Rennes",
      inseeCode: "35238",
      latitude,
      longitude,
      approximate: false,
    });
    const row = {
      id: newId(),
      campaignId,
      organisationId,
      siteId,
      status: "published" as const,
      title: "Découvrir un cabinet de soins",
      description: "Suivre l’équipe pendant deux semaines et comprendre chaque métier.",
      activities: "Observer l’accueil, les soins et l’organisation de l’équipe.",
      sectorCode: "s43",
      hoursGrid: DEFAULT_HOURS_GRID,
      createdAt: now(),
      updatedAt: now(),
      publishedAt: now(),
      ...values,
    };
    await db.insert(tables.offers).values(row);
    await db.insert(tables.offerSeats).values([
      { offerId: row.id, week: 1, capacity: seats[0] },
      { offerId: row.id, week: 2, capacity: seats[1] },
    ]);
    await db.transaction((tx) => projectOffers(tx, [row.id]));
    return row;
  }

  async function as(personId: string, on: Database = db): Promise<ActorContext & { actor: Actor }> {
    const actor = await findActor(db, personId, now());
    if (!actor) throw new Error("No such person");
    return { db: on, clock, actor };
  }

  /** A school with a class and its teacher, a host with an offer, a pupil: what most stories need. */
  async function world({ seats = [1, 1] as [number, number] } = {}) {
    await reference();
    await agreementText();
    const theCampaign = await campaign();
    const theSchool = await school();
    const theClass = await classGroup(theSchool.uai);
    const teacher = await staff("teacher", theSchool.uai, theClass.id);
    const head = await staff("schoolHead", theSchool.uai);
    const host = await organisation();
    const theEmployer = await employer(host.id);
    const newPupil = () => pupil({ schoolUai: theSchool.uai, classGroupId: theClass.id });
    const newOffer = (options: Omit<OfferOptions, "campaignId" | "organisationId"> = {}) =>
      offer({ campaignId: theCampaign.id, organisationId: host.id, seats, ...options });
    return {
      campaign: theCampaign,
      school: theSchool,
      classGroup: theClass,
      teacher,
      head,
      organisation: host,
      employer: theEmployer,
      pupil: await newPupil(),
      offer: await newOffer(),
      newPupil,
      newOffer,
    };
  }

  return {
    reference,
    campaign,
    agreementText,
    school,
    classGroup,
    person,
    affiliate,
    pupil,
    guardianOf,
    staff,
    organisation,
    employer,
    offer,
    as,
    world,
  };
}
