import { agreementContentSchema } from "#app/domain/agreements/content/agreement-content.schema.ts";
import { ageOn } from "#app/kernel/calendar-date.ts";
import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import {
  canonicalJson,
  changedFields,
  missingHostFields,
  missingSchoolFields,
} from "#app/domain/agreements/content/agreement-content.ts";
import { agreementHash, agreementTextHash } from "#app/domain/agreements/document/agreement-hash.server.ts";
import { EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { completeContent } from "#tests/domain/agreements/agreement-fixture.ts";

describe("the content of an agreement", () => {
  it("is complete when host and school have told everything", () => {
    expect(agreementContentSchema.parse(completeContent)).toEqual(completeContent);
    expect(missingHostFields(completeContent)).toEqual([]);
    expect(missingSchoolFields(completeContent)).toEqual([]);
  });

  it("lists what each side still has to tell", () => {
    const draft = agreementContentSchema.parse({
      ...completeContent,
      host: { ...completeContent.host, siret: "", signatoryName: "  " },
      hoursGrid: EMPTY_HOURS_GRID,
      pupil: { ...completeContent.pupil, birthDate: null },
      guardians: [],
      referentTeacher: { name: "Paul Durand", contact: "" },
    });
    expect(missingHostFields(draft)).toEqual(["host.siret", "host.signatoryName", "hoursGrid"]);
    expect(missingSchoolFields(draft)).toEqual(["pupil.birthDate", "guardians", "referentTeacher.contact"]);
  });

  it("asks an adult pupil for no legal representative", () => {
    const adult = {
      ...completeContent,
      pupil: { ...completeContent.pupil, birthDate: "2009-06-14" },
      guardians: [],
    };
    expect(missingSchoolFields(adult)).toEqual([]);
    const dayTooYoung = { ...adult, pupil: { ...adult.pupil, birthDate: "2009-06-15" } };
    expect(missingSchoolFields(dayTooYoung)).toEqual(["guardians"]);
  });

  it("refuses a health detail, a false date and a false time", () => {
    const refused = (change: object) =>
      agreementContentSchema.safeParse({ ...completeContent, ...change }).success;
    expect(refused({ healthNotice: "asthme" })).toBe(false);
    expect(refused({ startsOn: "2027-02-30" })).toBe(false);
    expect(
      refused({
        hoursGrid: {
          ...completeContent.hoursGrid,
          1: { morning: { from: "9:00", to: "12:00" }, afternoon: null },
        },
      }),
    ).toBe(false);
  });

  it("counts whole years of age", () => {
    expect(ageOn("2012-06-17", "2027-06-16")).toBe(14);
    expect(ageOn("2012-06-17", "2027-06-17")).toBe(15);
    expect(ageOn("2012-02-29", "2027-02-28")).toBe(14);
  });

  it("tells the fields that an amendment changes", () => {
    const amended = {
      ...completeContent,
      host: { ...completeContent.host, town: "Cesson-Sévigné" },
      hoursGrid: {
        ...completeContent.hoursGrid,
        2: { morning: { from: "08:00", to: "12:00" }, afternoon: null },
      },
      guardians: completeContent.guardians.slice(0, 1),
      workplaceSupervisor: null,
    };
    expect(changedFields(completeContent, amended).sort()).toEqual([
      "guardians",
      "host.town",
      "hoursGrid.2",
      "workplaceSupervisor",
    ]);
    expect(changedFields(completeContent, structuredClone(completeContent))).toEqual([]);
  });
});

describe("the hash that a signature binds", () => {
  const text = agreementTextHash("# Convention");

  it("survives a trip through a store that reorders keys", () => {
    const reversed = JSON.parse(
      JSON.stringify(completeContent, (_key, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      ),
    ) as typeof completeContent;
    expect(Object.keys(reversed)[0]).not.toBe(Object.keys(completeContent)[0]);
    expect(agreementHash(reversed, text)).toBe(agreementHash(completeContent, text));
  });

  it("changes with the content and with the text", () => {
    const other = { ...completeContent, endsOn: "2027-06-24" };
    const hashes = [
      agreementHash(completeContent, text),
      agreementHash(other, text),
      agreementHash(completeContent, agreementTextHash("# Avenant")),
    ];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("does not see line ends or a byte-order mark as another text", () => {
    expect(agreementTextHash("\uFEFF# Convention\r\n\r\nVu\r\n")).toBe(
      agreementTextHash("# Convention\n\nVu\n"),
    );
  });

  it("writes any JSON value so that it reads back the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
