import { describe, expect, it } from "vitest";
import { filesOnTheWay, messageProblems } from "#scripts/check/message-path.ts";

const START = "app/domain/applications/events.ts";
const DISPATCHER = "app/domain/notifications/compose/dispatch-event.server.ts";
const file = (path: string, text = "") => ({ path, text });
const load = (path: string) => `import { one } from "#${path}";\n`;

function problemsOf(sources: { path: string; text: string }[]): string[] {
  const report = { figures: [], problems: [] };
  messageProblems(sources, report);
  return report.problems;
}

describe("the files on the way of a message", () => {
  it("are those that the files of the way load, one after the other, by any spelling", () => {
    const sources = [
      file(START, load("app/domain/outbox/one.ts")),
      file("app/domain/outbox/one.ts", `import {\n  two,\n} from "./two.ts";\n`),
      file("app/domain/outbox/two.ts", `const three = await import("#app/domain/outbox/three.ts");\n`),
      file("app/domain/outbox/three.ts", `import type { Four } from "./four.ts";\n`),
      file("app/domain/outbox/four.ts"),
      file("app/domain/outbox/alone.ts"),
    ];
    expect(filesOnTheWay(sources)).toEqual([
      START,
      "app/domain/outbox/one.ts",
      "app/domain/outbox/three.ts",
      "app/domain/outbox/two.ts",
    ]);
  });

  it("leave out what lies outside the wing, and what serves other events and other jobs", () => {
    const others = [
      "app/kernel/ids.ts",
      "app/domain/offers/offer.ts",
      "app/domain/notifications/compose/handlers/offers.server.ts",
      "app/domain/notifications/compose/offer-facts.queries.server.ts",
      "app/domain/notifications/schedule/plan-reminders.server.ts",
      "app/emails/offers/offer-published.tsx",
      "app/emails/applications/application-accepted.tsx",
    ];
    const near = "app/domain/notifications/compose/application-facts.queries.server.ts";
    const sources = [
      file(DISPATCHER, [...others, near].map(load).join("")),
      file(near),
      ...others.map((path) => file(path)),
    ];
    expect(filesOnTheWay(sources)).toEqual([near, DISPATCHER]);
  });

  it("are at most twenty-seven", () => {
    const wing = Array.from({ length: 27 }, (_, index) => `app/domain/outbox/file-${index}.ts`);
    const way = (count: number) => [
      file(START, wing.slice(0, count).map(load).join("")),
      ...wing.map((path) => file(path)),
    ];
    expect(problemsOf(way(26))).toEqual([]);
    expect(problemsOf(way(27))).toEqual([expect.stringMatching(/^28 files on the way of a message > 27: /)]);
  });

  it("name one e-mail in at most five places", () => {
    const email = file("app/emails/help/help-asked.tsx", `export default {\n  name: "help-asked",\n};\n`);
    const places = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        file(
          `app/domain/help/place-${index}.ts`,
          index % 2 ? `"help-asked"` : load("app/emails/help/help-asked.tsx"),
        ),
      );
    expect(problemsOf([email, ...places(4)])).toEqual([]);
    expect(problemsOf([email, ...places(5)])).toEqual([
      expect.stringMatching(/^6 files name one e-mail > 5: /),
    ]);
    expect(problemsOf([email, ...places(4), file("tests/help.test.ts", `"help-asked"`)])).toEqual([]);
  });
});
