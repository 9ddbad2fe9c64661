import { expect, it } from "vitest";
import type { FollowedConversation, HelpTopic } from "#app/domain/help/help-request.ts";
import { HelpRequestPage } from "#app/ui/school/help/help-request-page.tsx";
import { html } from "./render.tsx";

const conversation = (topic: HelpTopic): FollowedConversation => ({
  id: "h",
  topic,
  body: "On me demande de monter sur le toit.",
  askedAt: new Date("2027-03-01T09:00:00Z"),
  handledAt: null,
  isPrivate: false,
  pupilName: "Lina Petit",
  toldTo: ["Sophie Bernard"],
  steps: [
    { kind: "read", byName: "Sophie Bernard", note: null, at: new Date("2027-03-01T10:00:00Z") },
    { kind: "second_told", byName: "Nadia Leroy", note: null, at: new Date("2027-03-02T10:00:00Z") },
  ],
  messages: [
    { fromPupil: false, byName: "Sophie Bernard", body: "J’arrive.", at: new Date("2027-03-01T11:00:00Z") },
  ],
  pupilId: "p",
  classGroupId: "c",
  className: "2de B",
  readByMe: true,
  takeBackUntil: null,
});

const page = (topic: HelpTopic) =>
  html(<HelpRequestPage conversation={conversation(topic)} refusal={undefined} done={null} />);

it("the page of a request for help tells in order who wrote, read and was told", () => {
  const markup = page("safety");
  const order = ["monter sur le toit", "Lu par Sophie Bernard", "J’arrive", "prévenu Nadia Leroy"];
  const places = order.map((words) => markup.indexOf(words));
  expect(places).not.toContain(-1);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
});

it("an urgent request must be closed with a word, another may be", () => {
  expect(page("safety")).toMatch(/<textarea[^>]* id="note"[^>]* required/);
  expect(page("search")).not.toMatch(/<textarea[^>]* id="note"[^>]* required/);
});
