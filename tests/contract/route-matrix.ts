import { insertClaim } from "#app/domain/hosts/team/host-claims.store.server.ts";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { inviteAdministrator } from "#app/domain/accounts/links/invite-administrator.server.ts";
import path from "node:path";
import { eq } from "drizzle-orm";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll } from "vitest";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { confirmFound } from "#app/domain/found/answer-found.server.ts";
import { ANSWER } from "#tests/domain/found/found-story.ts";
import { enterFound } from "#app/domain/found/enter-found.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import routes from "#app/routes.ts";
import * as tables from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { scriptedProvider } from "#tests/domain/federation/federation-story.ts";
import { pngOf } from "#tests/domain/schools/profile/png.ts";
import { writeMessage } from "#tests/support/messages.ts";

interface Endpoint {
  file: string;
  path: string;
  module: { loader?: (args: unknown) => unknown; action?: (args: unknown) => unknown };
}

const entries = flatten(routes);
const endpoints = await Promise.all(
  entries.map(async ({ file, path: url }): Promise<Endpoint> => ({
    file,
    path: url,
    module: (await import(path.resolve("app", file))) as Endpoint["module"],
  })),
);
/** Every loader and action of the service, with a world in which each has something to answer. */
export const handlers = endpoints.flatMap(({ file, path: url, module }) =>
  (["loader", "action"] as const).flatMap((kind) => {
    const handler = module[kind];
    return handler ? [{ key: `${file} ${kind}`, file, url, kind, handler }] : [];
  }),
);

export type Handler = (typeof handlers)[number];

function flatten(list: RouteConfigEntry[], parent = ""): { file: string; path: string }[] {
  return list.flatMap((entry) => {
    const here = `${parent}/${entry.path ?? ""}`.replace(/\/+/g, "/");
    return [{ file: entry.file, path: here }, ...flatten(entry.children ?? [], here)];
  });
}

const database = testDatabase();
const clock = fakeClock();
export type Who = Role | "visitor" | "halfSignedIn" | `stranger:${Role}`;
const people = new Map<Who, string>();
const ids: Record<string, string> = {};
let app: ReturnType<typeof testApp>;

beforeAll(async () => {
  app = Object.assign(testApp(database, clock), { providers: { academie: scriptedProvider() } });
  const make = factories(database.db, clock);
  const world = await make.world({ seats: [3, 3] });
  const other = { school: await make.school(), organisation: await make.organisation() };
  const otherClass = await make.classGroup(other.school.uai);
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  const referent = await make.person();
  await make.affiliate(referent.id, "academyReferent", { academyCode: "14" });
  const office = await make.staff("schoolOffice", world.school.uai);

  const identified: Partial<Record<Who, string>> = {
    halfSignedIn: world.head.id,
    pupil: world.pupil.id,
    employer: world.employer.id,
    teacher: world.teacher.id,
    schoolOffice: office.id,
    schoolHead: world.head.id,
    academyReferent: referent.id,
    admin: admin.id,
    "stranger:pupil": (await make.pupil({ schoolUai: other.school.uai, classGroupId: otherClass.id })).id,
    "stranger:employer": (await make.employer(other.organisation.id)).id,
    "stranger:teacher": (await make.staff("teacher", other.school.uai, otherClass.id)).id,
    "stranger:schoolOffice": (await make.staff("schoolOffice", other.school.uai)).id,
    "stranger:schoolHead": (await make.staff("schoolHead", other.school.uai)).id,
  };
  for (const [who, personId] of Object.entries(identified)) people.set(who as Who, personId);

  const why = { reason: "asked_by_owner" as const, explanation: "Son téléphone est perdu." };
  await openAccount(await make.as(admin.id), { personId: world.teacher.id, ...why });

  const pupil = await make.as(world.pupil.id);
  const motivation = "Une lettre assez longue pour être envoyée à la structure d’accueil.";
  const submitted = await submitApplication(pupil, { offerId: world.offer.id, motivation, choice: 1 });
  if (!submitted.ok) throw new Error("The application of the matrix was refused");
  await acceptApplication(await make.as(world.employer.id), submitted.value);
  const confirmed = await confirmPlacement(pupil, submitted.value);
  if (!confirmed.ok) throw new Error("The placement of the matrix was refused");
  const guardianId = await make.guardianOf(world.pupil.id);
  const asked = await requestHelp(pupil, { topic: "other", body: "" });
  if (!asked.ok) throw new Error("The request for help of the matrix was refused");
  const found = { hostName: "Boulangerie", hostEmail: "accueil@boulangerie.example.org", choice: 2 as const };
  const entered = await enterFound(pupil, { ...found, pupilId: world.pupil.id });
  if (!entered.ok) throw new Error("What the pupil of the matrix has found was refused");
  await confirmFound(app, { foundId: entered.value.foundId, linkVersion: 1, answer: ANSWER });
  await database.db
    .update(tables.agreements)
    .set({ status: "teacher_validated", validatedAt: clock.now(), schoolCompletedAt: clock.now() })
    .where(eq(tables.agreements.foundId, entered.value.foundId));
  Object.assign(ids, {
    foundId: entered.value.foundId,
    offerId: world.offer.id,
    applicationId: submitted.value.applicationId,
    agreementId: confirmed.value.agreementId,
    classGroupId: world.classGroup.id,
    helpRequestId: asked.value.helpRequestId,
    readerId: await readerOf(asked.value.helpRequestId),
    mailId: world.offer.id,
    messageId: (await writeMessage(database.db, clock)).id,
    name: "application-declined",
    groupId: await writeSynonyms(),
    importId: await writeImport(),
    rosterId: await writeRoster(world.school.uai),
    personId: world.teacher.id,
    pupilId: world.pupil.id,
    schoolUai: world.school.uai,
    guardianId,
    claimantId: await writeClaim(world.organisation.siret),
    kind: await writeSchoolImage(world.school.uai),
    provider: "academie",
    linkId: await inviteAdministrator(app, { email: "invitation@example.org" }),
    token: app.links.sign("guardian", guardianId),
    "*": "nulle-part",
  });
});

async function writeClaim(siret: string): Promise<string> {
  const { id } = await factories(database.db, clock).person();
  await database.db.transaction((tx) => insertClaim(tx, { personId: id, siret }, clock.now()));
  return id;
}

async function writeSchoolImage(schoolUai: string): Promise<string> {
  const size = { width: 60, height: 40, bytes: pngOf() };
  await database.db
    .insert(tables.schoolImages)
    .values({ schoolUai, kind: "header", sha256: "a".repeat(64), addedAt: clock.now(), ...size });
  return "entete";
}

async function readerOf(requestId: string): Promise<string> {
  const [reader] = await database.db
    .select({ id: tables.helpReaders.id })
    .from(tables.helpReaders)
    .where(eq(tables.helpReaders.requestId, requestId));
  return reader?.id ?? "";
}

async function writeSynonyms(): Promise<string> {
  const row = { id: newId(), words: ["véto", "vétérinaire"], createdAt: clock.now(), updatedAt: clock.now() };
  await database.db.insert(tables.searchSynonyms).values(row);
  return row.id;
}

async function writeImport(): Promise<string> {
  const row = { id: newId(), status: "waiting" as const, requestedAt: clock.now() };
  await database.db.insert(tables.schoolImports).values(row);
  return row.id;
}

async function writeRoster(schoolUai: string): Promise<string> {
  const row = { id: newId(), schoolUai, status: "checked" as const, requestedAt: clock.now() };
  await database.db.insert(tables.rosterImports).values(row);
  return row.id;
}

/** What the forms of these pages send; an action that is sent nothing usable answers 422 or 404. */
function formOf(file: string): Record<string, string> {
  const forms: Record<string, Record<string, string>> = {
    "routes/pupil/application.tsx": { intent: "withdraw" },
    "routes/pupil/alerts.tsx": { intent: "create" },
    "routes/pupil/favourites.tsx": { intent: "keep", offerId: ids.offerId ?? "" },
    "routes/school/class-group.tsx": { intent: "handled", requestId: ids.helpRequestId ?? "" },
    "routes/auth/one-time-link.tsx": { intent: "continue" },
    "routes/auth/account.tsx": { intent: "sessions" },
    "routes/auth/federated-arrival.tsx": { intent: "create" },
    "routes/admin/found-account.tsx": { intent: "reset" },
    "routes/admin/failures.tsx": { intent: "dismiss", choix: newId() },
    "routes/messages/notifications.tsx": { until: clock.now().toISOString() },
    "routes/school/board.tsx": { school: ids.schoolUai ?? "" },
    "routes/school/pupil/situation.tsx": { intent: "declare" },
    "routes/school/pupil/contact.tsx": { intent: "save" },
    "routes/school/pupil/pupil.tsx": { guardianId: "" },
    "routes/school/pupil/referents.tsx": { intent: "entrust" },
    "routes/school/pupil/note.tsx": { intent: "save", text: "Préfère un appel le matin." },
    "routes/school/pupil/found-internships.tsx": { intent: "enter" },
    "routes/pupil/found/found-internship.tsx": { intent: "enter" },
    "routes/school/hosts/hosts.tsx": { intent: "save" },
    "routes/found/answer.tsx": { intent: "refuse", refusal: "no_place" },
    "routes/school/help/request.tsx": { intent: "answer", body: "Passez me voir ce midi." },
    "routes/pupil/help-request.tsx": { body: "Merci, je passe ce midi." },
    "routes/school/families.tsx": { intent: "send", guardianId: ids.guardianId ?? "" },
    "routes/school/follow-up/day.tsx": {
      intent: "arrived",
      agreementId: ids.agreementId ?? "",
      day: "2027-06-17",
    },
    "routes/school/follow-up/stay.tsx": { intent: "skills" },
    "routes/pupil/stay/stay.tsx": { intent: "skills" },
    "routes/supervisor/visit.tsx": { intent: "arrived" },
    "routes/guardian/letter-code.tsx": { intent: "send" },
    "routes/guardian/objection.tsx": { intent: "object" },
    "routes/admin/synonyms.tsx": { intent: "save" },
    "routes/admin/synonym-group.tsx": { intent: "save" },
    "routes/pupil/apply.tsx": { intent: "submit" },
    "routes/school/team.tsx": {
      intent: "invite",
      uai: ids.schoolUai ?? "",
      email: "collegue@example.org",
      role: "teacher",
    },
    "routes/school/join.tsx": { intent: "claim" },
    "routes/auth/activation.tsx": { intent: "check" },
    "routes/school/class-cards.tsx": { intent: "print" },
    "routes/school/roster/roster-import.tsx": { intent: "abandon" },
    "routes/school/classes.tsx": {
      intent: "head_count",
      classGroupId: ids.classGroupId ?? "",
      headCount: "28",
    },
    "routes/employer/team.tsx": { intent: "accept_claim", personId: ids.claimantId ?? "" },
    "routes/employer/application.tsx": { intent: "read" },
    "routes/employer/offers.tsx": { intent: "resume", offerId: ids.offerId ?? "" },
    "routes/employer/new-offer.tsx": { intent: "continue", brouillon: newId(), etape: "1" },
    "routes/school/agreement.tsx": { intent: "validate", contentHash: "0".repeat(64) },
  };
  return forms[file] ?? {};
}

/** What the link of a letter opens, which proves good before its form is read; elsewhere it is a representative's. */
function tokenOf(file: string): string {
  const { messageId = "", linkId = "", token = "", agreementId = "" } = ids;
  if (file.startsWith("routes/found/")) return app.links.sign("found", ids.foundId ?? "");
  if (file.startsWith("routes/supervisor/")) return app.links.sign("supervisor", agreementId);
  if (file === "routes/auth/one-time-link.tsx") return app.links.sign("access", linkId);
  if (file === "routes/messages/unsubscribe.tsx") return app.links.sign("unsubscribe", messageId);
  if (file === "routes/messages/read-help.tsx") return app.links.sign("help", ids.readerId ?? "");
  return file === "routes/messages/stop-alert.tsx" ? app.links.sign("alert", newId()) : token;
}

interface VisitOptions {
  params?: Record<string, string>;
  /** What is sent to an action: what the page's own form sends, unless told otherwise. */
  form?: Record<string, string>;
}

/** What this person's visit to a loader or an action comes to. */
export async function visit({ handler, kind, url, file }: Handler, who: Who, options: VisitOptions = {}) {
  const { params = { ...ids, token: tokenOf(file) }, form = formOf(file) } = options;
  const here = url
    .replace(/:(\w+)/g, (_, name: string) => params[name] ?? `missing-${name}`)
    .replace("*", "nulle-part");
  const personId = people.get(who);
  // A session of its own for each visit: signing out is one of the things visited.
  const cookie = personId && (await cookieOf(app, personId, { verified: who !== "halfSignedIn" }));
  const args = routeArgs(app, { path: here, cookie, params, ...(kind === "action" ? { form } : {}) });
  return statusOf(() => handler(args));
}

/** The parameters of the world's own pages, under a link that is not its own. */
export function underLink(token: string): Record<string, string> {
  return { ...ids, token };
}

export function guardianLink(guardianId: string): string {
  return app.links.sign("guardian", guardianId);
}
