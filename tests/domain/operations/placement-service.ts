import { asc, inArray } from "drizzle-orm";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { limitApplications } from "#app/domain/offers/limit-applications.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { Result } from "#app/kernel/result.ts";
import { applications, campaigns, guardians, offers as offerTable, offerSeats } from "#db/schema/index.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import type { Command, Model, Week } from "./placement-model.ts";

const motivation = "J’aimerais découvrir comment une équipe s’organise chaque jour.";
const PUPILS = 8;
const SEATS: [number, number][] = [
  [2, 2],
  [1, 3],
  [2, 1],
  [3, 3],
];

export type Service = Awaited<ReturnType<typeof createService>>;

/** The service itself behind the commands of the model: one host with four offers, eight pupils, a pool of connections each. */
export async function createService(database: TestDatabase, connections: number) {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const world = await make.world({ seats: SEATS[0] });
  // Thousands of commands take longer than a school year.
  await database.db.update(campaigns).set({ endsOn: "2030-06-28" });
  const offers = [world.offer.id];
  for (const seats of SEATS.slice(1)) offers.push((await world.newOffer({ seats })).id);
  const pupils = [world.pupil.id];
  while (pupils.length < PUPILS) pupils.push((await world.newPupil()).id);
  const pools = Array.from({ length: connections }, () => database.openPool(2));
  const people = new Map<string, ActorContext["actor"]>();
  for (const id of [...pupils, world.employer.id]) people.set(id, (await make.as(id)).actor);
  const ids = new Map<string, string>();
  const owners = new Map<string, string>();
  const representatives = new Map(
    (await database.db.select().from(guardians)).map(({ id, pupilId }) => [pupilId, id]),
  );

  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new Error("The model speaks of something that does not exist");
    return item;
  };
  const known = (map: Map<string, string>, key: string): string => map.get(key) ?? "";
  const as = (personId: string, connection: number): ActorContext => {
    const actor = people.get(personId);
    if (!actor) throw new Error("Nobody of this name");
    return { db: at(pools, connection), clock, actor };
  };

  async function submit(command: Extract<Command, { do: "submit" }>, connection: number): Promise<string> {
    const pupil = at(pupils, command.pupil);
    const sent = await submitApplication(as(pupil, connection), {
      offerId: at(offers, command.offer),
      motivation,
      choice: command.choice,
    });
    if (!sent.ok) return sent.error.code;
    ids.set(command.name, sent.value.applicationId);
    owners.set(command.name, pupil);
    return "ok";
  }

  async function transfer(
    command: Extract<Command, { do: "transfer" }>,
    host: ActorContext,
  ): Promise<string> {
    const moved = await transferApplication(host, {
      applicationId: known(ids, command.name),
      offerId: at(offers, command.offer),
    });
    if (!moved.ok) return moved.error.code;
    ids.set(command.newName, moved.value.applicationId);
    owners.set(command.newName, known(owners, command.name));
    return "ok";
  }

  function onOffer(command: Extract<Command, { offer: number }>, host: ActorContext, connection: number) {
    const offerId = at(offers, command.offer);
    switch (command.do) {
      case "submit":
        return submit(command, connection);
      case "transfer":
        return transfer(command, host);
      case "pause":
        return pauseOffer(host, { offerId }).then(codeOf);
      case "resume":
        return resumeOffer(host, { offerId }).then(codeOf);
      case "limit":
        return limitApplications(host, { offerId, max: command.cap }).then(codeOf);
    }
  }

  function onApplication(
    command: Exclude<Command, { offer: number }>,
    host: ActorContext,
    connection: number,
  ) {
    const applicationId = known(ids, command.name);
    const owner = known(owners, command.name);
    const pupil = as(owner, connection);
    switch (command.do) {
      case "see":
        return markApplicationSeen(host, { applicationId });
      case "accept":
        return acceptApplication(host, { applicationId });
      case "decline":
        return declineApplication(host, { applicationId, reason: "dates" });
      case "confirm":
        return confirmPlacement(pupil, { applicationId });
      case "withdraw":
        return withdrawApplication(pupil, { applicationId });
      case "restore":
        return restoreApplication(pupil, { applicationId });
      case "cancel":
        return cancelPlacement(host, { applicationId, reason: "dates" });
      case "object":
        return objectToApplication(pupil, { guardianId: known(representatives, owner), applicationId });
    }
  }

  async function run(command: Command, connection: number): Promise<string> {
    const host = as(world.employer.id, connection);
    if ("offer" in command) return onOffer(command, host, connection);
    return codeOf(await onApplication(command, host, connection));
  }

  async function read() {
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    const rows = await database.db
      .select({ id: applications.id, status: applications.status })
      .from(applications);
    const statuses = new Map<string, ApplicationStatus>(
      rows.map(({ id, status }) => [known(names, id), status]),
    );
    const seats = await database.db
      .select()
      .from(offerSeats)
      .where(inArray(offerSeats.offerId, offers))
      .orderBy(asc(offerSeats.offerId));
    const free = offers.map((offerId) => {
      const weeks: Record<Week, number> = { 1: 0, 2: 0 };
      for (const row of seats.filter((seat) => seat.offerId === offerId))
        weeks[row.week === 1 ? 1 : 2] = row.capacity - row.reserved - row.taken;
      return weeks;
    });
    const stored = await database.db
      .select({ id: offerTable.id, status: offerTable.status, cap: offerTable.maxOpenApplications })
      .from(offerTable)
      .where(inArray(offerTable.id, offers));
    const settings = offers.map((offerId) => {
      const row = stored.find(({ id }) => id === offerId);
      return { published: row?.status === "published", cap: row?.cap ?? null };
    });
    return { statuses, free, settings };
  }

  const model: Model = {
    now: clock.now().getTime(),
    offers: SEATS.map(([first, second]) => ({
      published: true,
      capacity: { 1: first, 2: second },
      cap: null,
    })),
    applications: new Map(),
  };
  const contexts = pools.map((db) => ({ db, clock }));
  return { clock, model, contexts, run, read, idOf: (name: string) => known(ids, name) };
}

function codeOf(result: Result<unknown, { code: string }>): string {
  return result.ok ? "ok" : result.error.code;
}
