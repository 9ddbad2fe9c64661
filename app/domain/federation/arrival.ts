import { z } from "zod";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";
import { cleanLine } from "#app/kernel/clean-text.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { STAFF_ROLES, type StaffRole } from "../accounts/actor.ts";
import type { ArrivalFailure } from "./federation.failures.ts";
import type { Provider } from "./identity-provider.ts";
import type { PupilNumbers } from "./pupil-numbers.ts";

const name = z.object({ firstName: z.string(), lastName: z.string() });

/** Whom a federation says has arrived, in words of ours. National numbers are hashed already. */
export const arrivalSchema = z.discriminatedUnion("kind", [
  name.extend({
    kind: z.literal("staff"),
    email: z.string().nullable(),
    role: z.enum(STAFF_ROLES),
    uais: z.array(z.string()),
  }),
  name.extend({
    kind: z.literal("pupil"),
    birthDate: z.string().nullable(),
    uai: z.string().nullable(),
    numberHash: z.string().nullable(),
    isInSeconde: z.boolean(),
  }),
  name.extend({ kind: z.literal("guardian"), childNumberHashes: z.array(z.string()) }),
  name.extend({
    kind: z.literal("professional"),
    email: z.string(),
    siret: z.string().nullable(),
  }),
]);
export type Arrival = z.infer<typeof arrivalSchema>;

type Claims = Readonly<Record<string, unknown>>;

/** Reads what this federation tells of someone. */
export function readArrival(
  provider: Provider,
  claims: Claims,
  numbers: PupilNumbers,
): Result<Arrival, ArrivalFailure> {
  const firstName = lineOf(claims, "given_name");
  const lastName = lineOf(claims, provider === "proconnect" ? "usual_name" : "family_name");
  if (firstName === null || lastName === null) return err({ code: "incomplete" });
  const person = { firstName, lastName };
  if (provider === "educonnect") return readFamily(person, claims, numbers);
  return provider === "academie" ? readStaff(person, claims) : readProfessional(person, claims);
}

type Name = z.infer<typeof name>;

function readFamily(
  { firstName, lastName }: Name,
  claims: Claims,
  numbers: PupilNumbers,
): Result<Arrival, ArrivalFailure> {
  const profiles = listOf(claims, "FrEduCtPersonAffiliation");
  const hashes = listOf(claims, "FrEduCtEleveINE").map((number) => numbers.hash(number));
  if (profiles.includes("eleve2d")) {
    const birthDate = lineOf(claims, "birthdate");
    return ok({
      kind: "pupil",
      firstName,
      lastName,
      birthDate: birthDate !== null && isCalendarDate(birthDate) ? birthDate : null,
      uai: listOf(claims, "FrEduCtEleveUAI").find(isUai) ?? null,
      numberHash: hashes[0] ?? null,
      isInSeconde: isSeconde(lineOf(claims, "FrEduCtEleveNivFormation")),
    });
  }
  if (profiles.includes("resp2d"))
    return ok({ kind: "guardian", firstName, lastName, childNumberHashes: hashes });
  return err({ code: "unknown_profile" });
}

/** Functions that have something to do here. */
const ROLE_OF_FUNCTION: Readonly<Record<string, StaffRole>> = {
  DIR: "schoolHead",
  ADF: "schoolOffice",
  ENS: "teacher",
};

/** A head's schools are those that the head answers for; everyone else's, those where they work. */
function readStaff({ firstName, lastName }: Name, claims: Claims): Result<Arrival, ArrivalFailure> {
  const role = listOf(claims, "FrEduFonctAdm").map((one) => ROLE_OF_FUNCTION[one])[0];
  if (!role) return err({ code: "no_role" });
  const places = listOf(claims, role === "schoolHead" ? "FrEduRneResp" : "FrEduRne");
  const uais = places.map((place) => place.split("$")[0] ?? "").filter(isUai);
  return ok({
    kind: "staff",
    firstName,
    lastName,
    email: emailOf(claims),
    role,
    uais: [...new Set(uais)],
  });
}

function readProfessional({ firstName, lastName }: Name, claims: Claims): Result<Arrival, ArrivalFailure> {
  const email = emailOf(claims);
  if (email === null) return err({ code: "incomplete" });
  const siret = lineOf(claims, "siret")?.replaceAll(/\D/g, "") ?? "";
  return ok({
    kind: "professional",
    firstName,
    lastName,
    email,
    siret: /^\d{14}$/.test(siret) ? siret : null,
  });
}

/** Claims of several values come as a list, or as the only value. */
function listOf(claims: Claims, claim: string): string[] {
  return [claims[claim]].flat().filter((value): value is string => typeof value === "string");
}

function lineOf(claims: Claims, claim: string): string | null {
  const line = cleanLine(listOf(claims, claim)[0] ?? "").trim();
  return line === "" ? null : line.slice(0, 100);
}

function emailOf(claims: Claims): string | null {
  const email = lineOf(claims, "email")?.toLowerCase();
  return z.email().safeParse(email).data ?? null;
}

function isUai(text: string): boolean {
  return /^\d{7}[A-Z]$/.test(text);
}

/** By its national code (2211) or its usual name; a federation that does not tell is not doubted. */
function isSeconde(level: string | null): boolean {
  return level === null || level.startsWith("2211") || /^(2nde|2de|seconde)\b/.test(normaliseText(level));
}
