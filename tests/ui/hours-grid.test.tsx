import { describe, expect, it } from "vitest";
import { checkHours } from "#app/domain/hours/check-hours.ts";
import { readHours } from "#app/domain/offers/offer-hours.ts";
import { HoursGridFields } from "#app/ui/employer/hours-grid-fields.tsx";
import { html } from "./render.tsx";

/** The grid as it is shown again after these hours were typed. */
function typed(hours: Record<string, string>): string {
  const valueOf = (field: string) => hours[field] ?? "";
  const { grid, slips } = readHours(valueOf);
  const days = { startsOn: "2027-06-21", endsOn: "2027-06-26" };
  const findings = checkHours({ ...days, grid, birthDate: null });
  return html(<HoursGridFields valueOf={valueOf} findings={findings} slips={slips} />);
}

function invalid(markup: string): string[] {
  const tags = [...markup.matchAll(/<input [^>]*>/g)].map(([tag]) => tag);
  return tags.filter((tag) => tag.includes("aria-invalid")).map((tag) => /id="([^"]+)"/.exec(tag)?.[1] ?? "");
}

const MONDAY = {
  "hours-1-morning-from": "09:00",
  "hours-1-morning-to": "12:00",
  "hours-1-afternoon-from": "13:00",
  "hours-1-afternoon-to": "16:00",
};

describe("the grid of hours", () => {
  it("has no field at fault when all is well", () => {
    expect(invalid(typed(MONDAY))).toEqual([]);
  });

  it.each([
    ["the end that is missing", { "hours-2-morning-to": "" }, ["hours-2-morning-to"]],
    ["the hour that is none", { "hours-2-morning-from": "tôt" }, ["hours-2-morning-from"]],
    ["an end that comes first", { "hours-2-morning-to": "08:00" }, ["hours-2-morning-to"]],
  ])("points at %s, and at no other", (_, change, fields) => {
    const tuesday = { "hours-2-morning-from": "09:00", "hours-2-morning-to": "11:30" };
    expect(invalid(typed({ ...MONDAY, ...tuesday, ...change }))).toEqual(fields);
  });

  it("points at a beginning before six", () => {
    const dawn = { "hours-2-morning-from": "05:00", "hours-2-morning-to": "08:00" };
    expect(invalid(typed(dawn))).toEqual(["hours-2-morning-from"]);
  });

  it("points at the evening of a day that ends too late, and at the break that is missing", () => {
    const late = { "hours-4-afternoon-from": "16:00", "hours-4-afternoon-to": "20:30" };
    expect(invalid(typed({ ...MONDAY, ...late }))).toContain("hours-4-afternoon-to");
    const unbroken = { ...MONDAY, "hours-1-morning-to": "13:00" };
    expect(invalid(typed(unbroken))).toEqual(["hours-1-afternoon-from"]);
  });

  it("names the day and the half of it, with a capital, in each message", () => {
    const markup = typed({ ...MONDAY, "hours-3-afternoon-from": "14:00", "hours-5-morning-to": "midi" });
    expect(markup).toContain("Mercredi après-midi : indiquez l’heure de début");
    expect(markup).toContain("Vendredi matin : « midi » n’est pas une heure");
  });
});
