import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { APPLICATION_STATUSES, type ApplicationStatus } from "#app/domain/applications/application.ts";
import { closeAtDetachedHosts } from "#app/domain/applications/endings/close-at-detached-hosts.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { pages } from "#app/routes.ts";
import { agreements, applications, guardians, hostOrganisations } from "#db/schema/index.ts";
import { lifeCycleStory, MOTIVATION, valueOf } from "#tests/domain/applications/life-cycle-story.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof lifeCycleStory>>;
let service: Awaited<ReturnType<typeof startService>>;
let app: AppContext;

beforeAll(async () => {
  story = await lifeCycleStory(database.db);
  app = testApp(database, story.clock);
  service = await startService(app);
});
afterAll(() => service.close());

/** A pupil who can be told from everyone else, and what only those who receive them may know. */
async function applicant() {
  const { make, world } = story;
  const mark = `Q${nextNumber()}uéméneur`;
  const classGroup = await make.classGroup(world.school.uai, `2de ${mark}`);
  const person = await make.pupil({
    schoolUai: world.school.uai,
    classGroupId: classGroup.id,
    lastName: mark,
    email: `${mark}@example.org`,
    phone: `06 39 98 ${mark}`,
    birthDate: "2011-11-23",
  });
  await database.db
    .update(guardians)
    .set({ name: `Solène ${mark}`, email: `solene.${mark}@example.org` })
    .where(eq(guardians.pupilId, person.id));
  const birth = ["2011-11-23", "23 novembre 2011"];
  return {
    pupil: await make.as(person.id),
    isTold: (text: string) => text.includes(mark) || birth.some((date) => text.includes(date)),
  };
}
type Applicant = Awaited<ReturnType<typeof applicant>>;

const newOffer = async () => (await story.world.newOffer()).id;
const sent = async ({ pupil }: Applicant) => story.apply(await newOffer(), "both", pupil);
const accepted = async ({ pupil }: Applicant) => story.accepted(await newOffer(), "both", pupil);

async function confirmed({ pupil }: Applicant) {
  const applicationId = await story.accepted(await newOffer(), "both", pupil);
  valueOf(await confirmPlacement(pupil, { applicationId }));
  return applicationId;
}

async function draft({ pupil }: Applicant) {
  valueOf(await saveDraftApplication(pupil, { offerId: await newOffer(), motivation: MOTIVATION }));
  const [row] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.pupilId, pupil.actor.personId));
  return row?.id ?? "";
}

async function released(who: Applicant) {
  const applicationId = await sent(who);
  const { make, world } = story;
  const elsewhere = await make.organisation();
  const offer = await make.offer({ campaignId: world.campaign.id, organisationId: elsewhere.id });
  const other = await story.apply(offer.id, "both", who.pupil);
  const host = await make.as((await make.employer(elsewhere.id)).id);
  valueOf(await acceptApplication(host, { applicationId: other }));
  valueOf(await confirmPlacement(who.pupil, { applicationId: other }));
  return applicationId;
}

/** Starts it, then leads it to its end. */
function then(
  start: (who: Applicant) => Promise<string>,
  end: (id: string, who: Applicant) => Promise<unknown>,
) {
  return async (who: Applicant) => {
    const applicationId = await start(who);
    await end(applicationId, who);
    return applicationId;
  };
}

async function afterSilence() {
  story.clock.advanceDays(11);
  await sweepDeadlines({ db: database.db, clock: story.clock }, { limit: 1000 });
}

/** The SIRET is taken away and given back: the host reads its pages again. */
async function whileDetached() {
  const detachedAt = (at: Date | null) =>
    database.db
      .update(hostOrganisations)
      .set({ detachedAt: at })
      .where(eq(hostOrganisations.id, story.world.organisation.id));
  await detachedAt(story.clock.now());
  await closeAtDetachedHosts({ db: database.db, clock: story.clock });
  await detachedAt(null);
}

/** How an application comes to each status. */
const WAYS: Record<ApplicationStatus, (who: Applicant) => Promise<string>> = {
  draft,
  submitted: sent,
  seen: then(sent, (applicationId) => markApplicationSeen(story.host, { applicationId })),
  accepted,
  confirmed,
  declined: then(sent, (applicationId) => declineApplication(story.host, { applicationId, reason: "dates" })),
  withdrawn: then(accepted, (applicationId, { pupil }) => withdrawApplication(pupil, { applicationId })),
  cancelled: then(confirmed, (applicationId) =>
    cancelPlacement(story.host, { applicationId, reason: "dates" }),
  ),
  expired: then(sent, afterSilence),
  lapsed: then(accepted, afterSilence),
  released,
  transferred: then(sent, async (applicationId) =>
    transferApplication(story.host, { applicationId, offerId: await newOffer() }),
  ),
  closed: then(sent, whileDetached),
};

/** Each page that a host opens about this application, and the data that its browser is given in place of the page. */
async function read(applicationId: string): Promise<Record<string, string>> {
  const [row] = await database.db
    .select({ offerId: applications.offerId, agreementId: agreements.id })
    .from(applications)
    .leftJoin(agreements, eq(agreements.applicationId, applications.id))
    .where(eq(applications.id, applicationId));
  const ids: Record<string, string> = {
    applicationId,
    offerId: row?.offerId ?? "",
    agreementId: row?.agreementId ?? applicationId,
  };
  const cookie = await cookieOf(app, story.world.employer.id);
  const told: Record<string, string> = {};
  for (const { path = "" } of pages) {
    if (path.split("/")[0] !== "employeur") continue;
    const address = `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? "")}`;
    for (const asked of path.endsWith(".pdf") ? [address] : [address, `${address}.data`]) {
      const answer = await sendRaw(service.port, { path: asked, headers: { Cookie: cookie } });
      expect(answer.status, asked).toBeLessThan(500);
      expect(String(answer.headers["location"]), asked).not.toContain("connexion");
      told[asked.replace(address, `/${path}`)] = `${answer.status} ${answer.body}`;
    }
  }
  return told;
}

/** The host receives, or has said that it will: those alone have a name. */
const RECEIVING: readonly ApplicationStatus[] = ["accepted", "confirmed"];

describe("what a host reads of a pupil whose application", () => {
  it.each(APPLICATION_STATUSES.filter((status) => !RECEIVING.includes(status)))(
    "is %s holds neither name, nor address, nor class, nor birth date, nor family",
    async (status) => {
      const who = await applicant();
      const applicationId = await WAYS[status](who);
      expect(await story.statusOf(applicationId)).toBe(status);
      const told = await read(applicationId);
      expect(Object.keys(told).filter((page) => who.isTold(told[page] ?? ""))).toEqual([]);
      const page = told["/employeur/candidatures/:applicationId"];
      expect(page).toMatch(status === "draft" ? /^404/ : /^200 [^]*Camille/);
    },
  );

  it.each(RECEIVING)("is %s holds their name, in the page and in its data", async (status) => {
    const who = await applicant();
    const applicationId = await WAYS[status](who);
    const told = await read(applicationId);
    for (const suffix of ["", ".data"])
      expect(who.isTold(told[`/employeur/candidatures/:applicationId${suffix}`] ?? "")).toBe(true);
  });
});
