import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, PRIVATE, type World } from "#tests/domain/notifications/messaging-world.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  dispatchAboutApplication,
  EMPLOYERS,
  expectNothingPrivate,
  pairs,
  TEACHER,
  type ApplicationEventType,
  type Status,
} from "./dispatched.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

const about = (...[type, status]: [ApplicationEventType, Status]) =>
  dispatchAboutApplication(database, world, type, status);

it("a refusal taken back is told to the pupil, with the day until which the answer is awaited", async () => {
  const { applicationId, messages } = await about("application.decline_taken_back", "seen");
  expect(pairs(messages)).toEqual([[PRIVATE.email, "application-decline-taken-back"]]);
  expect(messages[0]?.text).toContain("a annulé son refus");
  expect(messages[0]?.actionUrl).toContain(`/eleve/candidatures/${applicationId}`);
});

it("an objection taken back is told to those who were told of it, each in their own words", async () => {
  const { messages } = await about("application.objection_taken_back", "accepted");
  const name = "application-objection-taken-back";
  expect(pairs(messages)).toEqual(
    [...EMPLOYERS, PRIVATE.email, TEACHER].sort().map((email) => [email, name]),
  );
  const textTo = (email: string) => messages.find(({ recipient }) => recipient === email)?.text ?? "";
  expect(textTo(PRIVATE.email)).toContain("il vous reste à la confirmer");
  expect(textTo(EMPLOYERS[0]!)).toContain("lui est de nouveau réservée");
  expect(textTo(EMPLOYERS[0]!)).not.toMatch(/responsable|famille|oppos/);
  const { messages: waiting } = await about("application.objection_taken_back", "submitted");
  const toHost = waiting.find(({ recipient }) => recipient === EMPLOYERS[0]);
  expect(toHost?.text).toContain("attend de nouveau votre réponse");
});

it("nothing is told of what has moved on since", async () => {
  for (const type of ["application.decline_taken_back", "application.objection_taken_back"] as const)
    expect(await about(type, "withdrawn"), type).toMatchObject({ messages: [], skipReason: "outdated" });
});
