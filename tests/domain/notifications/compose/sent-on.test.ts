import { asc } from "drizzle-orm";
import { afterEach, beforeAll, expect, it } from "vitest";
import { EVENT_TYPES, type EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { registry } from "#app/emails/registry.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { dispatchRecorded, type ApplicationEventType, type Status } from "./dispatched.ts";
import {
  createAgreement,
  createApplication,
  createWorld,
  NOW,
  record,
  type AnyEvent,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});

afterEach(async () => {
  await database.db.delete(tables.agreements);
  await database.db.delete(tables.applications);
});

/** Each with a state of the application in which everyone concerned has something to read. */
const STATES: Record<Exclude<ApplicationEventType, "placement.last_day">, Status> = {
  "application.submitted": "submitted",
  "application.seen": "seen",
  "application.answer_reminder": "submitted",
  "application.declined": "declined",
  "application.decline_taken_back": "seen",
  "application.accepted": "accepted",
  "application.confirm_reminder": "accepted",
  "application.confirmed": "confirmed",
  "application.withdrawn": "withdrawn",
  "application.objected": "withdrawn",
  "application.objection_taken_back": "submitted",
  "application.restored": "submitted",
  "application.cancelled": "cancelled",
  "application.released": "released",
  "application.expired": "expired",
  "application.lapsed": "lapsed",
  "application.closed": "closed",
  "placement.week_before": "confirmed",
  "placement.day_before": "confirmed",
  "placement.first_day": "confirmed",
  "placement.ended": "confirmed",
};

const AGREEMENT_EVENTS = [
  "agreement.to_complete",
  "agreement.completed",
  "agreement.changes_requested",
  "agreement.validated",
  "agreement.validation_taken_back",
  "agreement.to_sign",
  "agreement.signed",
  "agreement.cancelled",
  "presence.absence_reported",
  "presence.accident_reported",
  "presence.report_lifted",
  "supervisor.link_requested",
] as const;

/** These need more around them, and have tests that name every message they send. */
const TESTED_APART: EventType[] = [
  "account.email_changed",
  "account.link_requested",
  "account.role_unstated",
  "address.suppressed",
  "alert.matched",
  "application.transferred",
  "found.asked",
  "found.confirmed",
  "found.ended",
  "guardian.code_requested",
  "help.answered",
  "help.continued",
  "help.requested",
  "help.second_told",
  "host.claim_answered",
  "host.claimed",
  "host.detached",
  "host.reattached",
  "offer.rejected",
  "offer.reopened",
  "placement.last_day",
  "school.head_digest",
  "pupil.encouraged",
  "pupil.entrusted",
  "school.join_refused",
  "school.join_requested",
];

async function namesSent(event: AnyEvent): Promise<string[]> {
  const { messages } = await dispatchRecorded(database, event);
  return [...new Set(messages.map(({ template }) => template))].sort();
}

const namesDeclared = (type: EventType) =>
  registry
    .filter(({ sentOn }) => sentOn.includes(type))
    .map(({ name }) => name)
    .sort();

it.each(Object.entries(STATES) as [ApplicationEventType, Status][])(
  "%s sends the e-mails that name it, and no other",
  async (type, status) => {
    const { db } = database;
    const applicationId = await createApplication(db, world, status);
    if (status === "cancelled") {
      const eventId = await record(db, { type: "application.confirmed", applicationId });
      const change = {
        applicationId,
        fromStatus: "accepted",
        toStatus: "confirmed",
        actorRole: "pupil",
      } as const;
      await db.insert(tables.stateChanges).values({ ...change, eventId, changedAt: NOW });
    }
    const details = { guardianId: applicationId, day: 4, onDay: "2027-03-02" };
    const event = { type, applicationId, ...details } as AnyEvent;
    expect(await namesSent(event)).toEqual(namesDeclared(type));
  },
);

it.each(AGREEMENT_EVENTS)("%s sends the e-mails that name it, and no other", async (type) => {
  const agreementId = await createAgreement(database.db, world);
  const event: AnyEvent = { type, agreementId, addressee: "host", reported: "absence" };
  expect(await namesSent(event)).toEqual(namesDeclared(type));
});

it("offers, links and erasures send the e-mails that name them, and no other", async () => {
  const [guardian] = await database.db.select().from(tables.guardians).orderBy(asc(tables.guardians.id));
  const events: AnyEvent[] = [
    { type: "offer.published", offerId: world.offerId },
    { type: "guardian.link_requested", guardianId: guardian?.id ?? "" },
    { type: "retention.purge_announced", personId: world.pupil },
    { type: "account.kept", personId: world.pupil },
    { type: "retention.erasure_requested", personId: world.pupil, requestedAt: "2027-03-02T09:00:00Z" },
    { type: "retention.account_expiring", personId: world.pupil, erasedOn: "2027-03-16" },
    { type: "account.password_guessed", personId: world.pupil },
    { type: "account.password_changed", personId: world.pupil },
    { type: "account.second_factor_reset", personId: world.pupil },
    { type: "account.passkey_added", personId: world.pupil },
    { type: "account.passkey_removed", personId: world.pupil },
    { type: "account.identity_linked", personId: world.pupil },
    { type: "account.identity_unlinked", personId: world.pupil },
  ];
  for (const event of events) expect(await namesSent(event), event.type).toEqual(namesDeclared(event.type));
});

it("leaves no event out", () => {
  const here = [...Object.keys(STATES), ...AGREEMENT_EVENTS];
  const simple = [
    "offer.published",
    "guardian.link_requested",
    "retention.purge_announced",
    "account.kept",
    "retention.erasure_requested",
    "retention.account_expiring",
    "account.password_guessed",
    "account.password_changed",
    "account.second_factor_reset",
    "account.passkey_added",
    "account.passkey_removed",
    "account.identity_linked",
    "account.identity_unlinked",
  ];
  expect([...here, ...simple, ...TESTED_APART].sort()).toEqual([...EVENT_TYPES].sort());
});
