import { ageOn } from "#app/kernel/calendar-date.ts";
import type { z } from "zod";
import { isEmptyGrid } from "#app/domain/hours/hours-grid.ts";
import type { agreementContentSchema } from "./agreement-content.schema.ts";

/** Everything that one version of an agreement says: see its schema. */
export type AgreementContent = z.infer<typeof agreementContentSchema>;

const HOST_FIELDS = [
  "host.name",
  "host.siret",
  "host.addressLine",
  "host.postcode",
  "host.town",
  "host.signatoryName",
  "host.signatoryQuality",
  "hoursGrid",
  "activities",
] as const;

const SCHOOL_FIELDS = [
  "school.uai",
  "school.name",
  "school.address",
  "school.headName",
  "school.email",
  "pupil.firstName",
  "pupil.lastName",
  "pupil.birthDate",
  "pupil.className",
  "guardians",
  "referentTeacher.name",
  "referentTeacher.contact",
] as const;

export type HostField = (typeof HOST_FIELDS)[number];
export type SchoolField = (typeof SCHOOL_FIELDS)[number];

/** What the host still has to tell; empty means that its part is complete. */
export function missingHostFields(content: AgreementContent): HostField[] {
  return HOST_FIELDS.filter((field) =>
    field === "hoursGrid" ? isEmptyGrid(content.hoursGrid) : isBlank(content, field),
  );
}

/** What the school still has to tell. An adult pupil signs alone: no representative is asked for. */
export function missingSchoolFields(content: AgreementContent): SchoolField[] {
  return SCHOOL_FIELDS.filter((field) =>
    field === "guardians"
      ? !isAdultPupil(content) && !content.guardians.some((guardian) => guardian.name !== "")
      : isBlank(content, field),
  );
}

export function isAdultPupil(content: Pick<AgreementContent, "pupil" | "startsOn">): boolean {
  return content.pupil.birthDate !== null && ageOn(content.pupil.birthDate, content.startsOn) >= 18;
}

/** Paths that differ, two levels deep ("host.town", "hoursGrid.2"); a list is compared as a whole. */
export function changedFields(before: AgreementContent, after: AgreementContent): string[] {
  return differences(before, after, 2);
}

/** JSON whose bytes do not depend on the order in which keys were written; undefined keys are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const pairs = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${pairs.join(",")}}`;
}

function differences(before: unknown, after: unknown, depth: number): string[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (depth === 0 || !isRecord(before) || !isRecord(after)) return [""];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    differences(before[key], after[key], depth - 1).map((path) => (path === "" ? key : `${key}.${path}`)),
  );
}

function isBlank(content: AgreementContent, path: string): boolean {
  const value = path.split(".").reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), content);
  return value === null || value === undefined || value === "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
