import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import {
  definitionOf,
  type EventType,
  type Payloads,
} from "#app/domain/notifications/compose/event-registry.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import type { Wait } from "#app/infra/pace.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { createMessageProviders } from "#app/infra/message-providers.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Database, Transaction } from "#db/client.ts";
import * as tables from "#db/schema/index.ts";
import { WEEK_NUMBERS } from "#app/domain/campaigns/campaign.ts";
import { completeContent } from "#tests/domain/agreements/agreement-fixture.ts";

export const NOW = new Date("2027-03-02T09:00:00Z");
export const clock = { now: () => NOW };

/** What must never be read in a message: everything of the pupil but the first name, and the representatives' names. */
export const PRIVATE = {
  lastName: "Quémeneur",
  email: "ines.quemeneur@example.org",
  phone: "06 39 98 41 42",
  birthDate: "2011-11-23",
  frenchBirthDate: "23 novembre 2011",
  guardianName: "Hélène Quémeneur",
  guardianPhone: "06 39 98 43 44",
};

export type World = Awaited<ReturnType<typeof createWorld>>;
type Db = Database;

/** A pupil of Rennes with two representatives, a class with its teacher, a school, a host with two employers and an offer. */
export async function createWorld(db: Db) {
  const campaignId = newId();
  const offerId = newId();
  await createReference(db, campaignId);
  const school = await createSchool(db);
  const pupil = await createPerson(db, "Inès", PRIVATE.lastName, PRIVATE.email);
  await db
    .update(tables.persons)
    .set({ phone: PRIVATE.phone, birthDate: PRIVATE.birthDate })
    .where(eq(tables.persons.id, pupil));
  await db.insert(tables.classMembers).values([
    { classGroupId: school.classGroupId, personId: pupil, role: "pupil", joinedAt: NOW },
    { classGroupId: school.classGroupId, personId: school.teacher, role: "form_teacher", joinedAt: NOW },
    { classGroupId: school.classGroupId, personId: school.teacher, role: "referent_teacher", joinedAt: NOW },
  ]);
  await db.insert(tables.affiliations).values({
    id: newId(),
    personId: pupil,
    role: "pupil" as const,
    schoolUai: school.uai,
    validFrom: "2026-09-01",
  });
  await db.insert(tables.guardians).values([
    {
      id: newId(),
      pupilId: pupil,
      name: PRIVATE.guardianName,
      email: "helene@example.org",
      phone: PRIVATE.guardianPhone,
    },
    { id: newId(), pupilId: pupil, name: "Yann Quémeneur", phone: "06 39 98 45 46" },
  ]);
  const host = await createHost(db);
  await db.insert(tables.offers).values({
    id: offerId,
    campaignId,
    ...host.place,
    createdBy: host.employers[0],
    status: "published",
    title: "Découvrir la menuiserie",
    description: "Une semaine à l’atelier.",
    sectorCode: "s1",
    activities: "Observer l’équipe.",
    hoursGrid: DEFAULT_HOURS_GRID,
    lunch: "Repas tiré du sac",
    supervisorName: "Gwenaëlle Prigent",
    supervisorContact: "01 99 00 10 20",
    createdAt: NOW,
    updatedAt: NOW,
    publishedAt: NOW,
  });
  await db.insert(tables.offerSeats).values([
    { offerId, week: 1, capacity: 5, reserved: 1 },
    { offerId, week: 2, capacity: 5, reserved: 1 },
  ]);
  return { campaignId, offerId, pupil, school, host };
}

async function createReference(db: Db, campaignId: string) {
  await db.insert(tables.sectorFamilies).values({ slug: "bois", label: "Bois", position: 1 });
  await db.insert(tables.sectors).values({ code: "s1", label: "Menuiserie", familySlug: "bois" });
  await db.insert(tables.campaigns).values({
    id: campaignId,
    schoolYear: "2026-2027",
    startsOn: "2027-06-17",
    endsOn: "2027-06-28",
    status: "official",
    source: "Essai",
    hostsOpenOn: "2026-10-01",
    pupilsOpenOn: "2026-12-01",
    hostAnswerDays: 10,
    pupilConfirmDays: 5,
    maxLiveApplications: 10,
  });
  await db.insert(tables.internshipWeeks).values([
    { campaignId, week: 1, startsOn: "2027-06-17", endsOn: "2027-06-22" },
    { campaignId, week: 2, startsOn: "2027-06-23", endsOn: "2027-06-28" },
  ]);
  await db.insert(tables.agreementTexts).values({
    id: newId(),
    title: "Convention",
    source: "Essai",
    kind: "demonstration",
    body: "Texte",
    bodyHash: createHash("sha256").update("Texte").digest("hex"),
    importedAt: NOW,
  });
}

async function createSchool(db: Db) {
  const uai = "0350001A";
  const classGroupId = newId();
  await db.insert(tables.schools).values({
    uai,
    name: "Lycée des Quatre-Vents",
    kind: "lycée",
    isPublic: true,
    underContract: true,
    addressLine: "1 avenue du Lycée",
    postcode: "35000",
    town: "Rennes",
    email: "lycee@example.org",
    latitude: 48.1147,
    longitude: -1.6794,
    hasSeconde: true,
    status: "open",
  });
  await db
    .insert(tables.classGroups)
    .values({ id: classGroupId, schoolUai: uai, schoolYear: "2026-2027", name: "2de B" });
  const teacher = await createPerson(db, "Sophie", "Bernard", "sophie@example.org");
  const office = await createPerson(db, "Paul", "Moreau", "paul@example.org");
  const head = await createPerson(db, "Nadia", "Leroy", "nadia@example.org");
  await db.insert(tables.affiliations).values(
    (
      [
        [teacher, "teacher"],
        [office, "schoolOffice"],
        [head, "schoolHead"],
      ] as const
    ).map(([personId, role]) => ({
      id: newId(),
      personId,
      role,
      schoolUai: uai,
      validFrom: "2026-09-01",
    })),
  );
  return { uai, classGroupId, teacher, office, head };
}

async function createHost(db: Db) {
  const organisationId = newId();
  const siteId = newId();
  const address = { addressLine: "4 rue des Ateliers", postcode: "35000", town: "Rennes" };
  await db.insert(tables.hostOrganisations).values({
    id: organisationId,
    name: "Menuiserie Bois d’Armor",
    siret: "00000000500008",
    isPublic: false,
    ...address,
    signatoryName: "Claire Le Goff",
    signatoryQuality: "gérante",
    createdAt: NOW,
    proof: "directory",
    provenAt: NOW,
  });
  await db.insert(tables.hostSites).values({
    id: siteId,
    organisationId,
    ...address,
    inseeCode: "35238",
    latitude: 48.11,
    longitude: -1.68,
    approximate: false,
  });
  const employers = [
    await createPerson(db, "Claire", "Petit", "claire@example.org"),
    await createPerson(db, "Omar", "Kaci", "omar@example.org"),
  ];
  const past = await createPerson(db, "Ancien", "Membre", "ancien@example.org");
  await db.insert(tables.affiliations).values(
    [...employers, past].map((personId) => ({
      id: newId(),
      personId,
      role: "employer" as const,
      organisationId,
      validFrom: "2026-01-01",
      validTo: personId === past ? "2027-02-28" : null,
    })),
  );
  return { place: { organisationId, siteId }, employers };
}

async function createPerson(db: Db, firstName: string, lastName: string, email: string) {
  const id = newId();
  await db.insert(tables.persons).values({ id, firstName, lastName, email, createdAt: NOW });
  return id;
}

const LIVE = ["submitted", "seen", "accepted"];
type WeekState = (typeof tables.applicationWeeks.$inferInsert)["state"];
const WEEK_STATES: Record<string, WeekState> = { accepted: "reserved", confirmed: "taken" };

/** An application to the offer for both weeks, in this state. */
export async function createApplication(
  db: Db,
  { campaignId, offerId, pupil }: World,
  status: (typeof tables.applications.$inferInsert)["status"],
) {
  const id = newId();
  const state: WeekState = WEEK_STATES[status] ?? "asked";
  await db.insert(tables.applications).values({
    id,
    campaignId,
    offerId,
    pupilId: pupil,
    status,
    createdAt: NOW,
    updatedAt: NOW,
    submittedAt: NOW,
    motivation: `Je m’appelle Inès ${PRIVATE.lastName} et j’aimerais découvrir le bois.`,
    deadlineAt: LIVE.includes(status) ? new Date("2027-03-12T09:00:00Z") : null,
  });
  await db
    .insert(tables.applicationWeeks)
    .values(
      WEEK_NUMBERS.map((week) => ({ applicationId: id, offerId, pupilId: pupil, campaignId, week, state })),
    );
  return id;
}

export async function createAgreement(db: Db, world: World) {
  const id = newId();
  const [text] = await db.select({ id: tables.agreementTexts.id }).from(tables.agreementTexts);
  await db.insert(tables.agreements).values({
    id,
    campaignId: world.campaignId,
    pupilId: world.pupil,
    schoolUai: world.school.uai,
    classGroupId: world.school.classGroupId,
    organisationId: world.host.place.organisationId,
    status: "draft",
    currentVersion: 1,
    createdAt: NOW,
    updatedAt: NOW,
  });
  await db.insert(tables.agreementVersions).values({
    agreementId: id,
    version: 1,
    textId: text?.id ?? "",
    contentHash: "0",
    createdAt: NOW,
    content: { ...completeContent, startsOn: "2027-06-17", endsOn: "2027-06-28" },
  });
  return id;
}

/** An event of any type, with its payload. */
export type AnyEvent = { [Type in EventType]: { type: Type } & Payloads[Type] }[EventType];

/** Records an event as a use case does, and gives its identifier. */
export async function record(db: Db, { type, ...payload }: AnyEvent): Promise<string> {
  return db.transaction((tx) => recordOf(tx, type, payload));
}

function recordOf<Type extends EventType>(tx: Transaction, type: Type, payload: unknown): Promise<string> {
  const definition = definitionOf(type);
  return recordEvent(tx, definition, definition.payload.parse(payload), NOW);
}

interface JobOptions {
  clock?: Clock;
  wait?: Wait;
  settings?: Record<string, string>;
}

/** What jobs are given, with the providers on this stand-in. */
export function jobContext(
  db: Db,
  databaseUrl: string,
  standInUrl: string,
  { clock: time = clock, wait = () => Promise.resolve(), settings = {} }: JobOptions = {},
): JobContext {
  const env = readEnv({
    SERVICE_MODE: "test",
    DATABASE_URL: databaseUrl,
    RESEND_BASE_URL: standInUrl,
    PUBLIC_URL: "https://stage.example.org",
    MAIL_REPLY_TO: "aide@example.org",
    MAIL_REQUESTS_PER_SECOND: "1000",
    SMS_FILE: path.join(os.tmpdir(), `stage-sms-${process.pid}.jsonl`),
    LOG_LEVEL: "silent",
    ...settings,
  });
  return {
    env,
    db,
    clock: time,
    logger: createLogger("silent"),
    providers: createMessageProviders(env, time, wait),
    random: () => 0.5,
    pdf: createPdfRenderer(),
    links: createLinkSigner(env.LINK_SECRET),
    pupilNumbers: createPupilNumbers(env.PUPIL_NUMBER_KEY),
    secrets: createSecretBox(env.ENCRYPTION_KEY),
  };
}
