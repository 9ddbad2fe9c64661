import { z } from "zod";
import { typedEmail, typedIdentifier, typedLine } from "#app/kernel/typed-text.ts";
import { hostPartSchema } from "../agreements/agreement.schema.ts";
import { typedSiret } from "../offers/offer.schema.ts";
import { FOUND_REFUSALS } from "./found-internship.ts";

const required = (max: number, missing: string) =>
  typedLine({ error: missing }).min(1, missing).max(max, `Gardez ${max} caractères au plus.`);
const hostEmail = typedEmail("Indiquez une adresse électronique complète, par exemple accueil@exemple.fr.");

export const enterFoundSchema = z.object({
  hostName: required(120, "Indiquez le nom de la structure."),
  hostEmail,
  choice: z
    .enum(["both", "1", "2"], { error: "Choisissez les dates du stage." })
    .transform((choice) => (choice === "both" ? ("both" as const) : choice === "1" ? 1 : 2)),
});
export type EnteredFound = z.output<typeof enterFoundSchema>;

export const askAgainSchema = z.object({ foundId: z.guid(), hostEmail });
export const takeBackFoundSchema = z.object({ foundId: z.guid() });
export const refuseFoundSchema = z.object({
  refusal: z.enum(FOUND_REFUSALS, { error: "Choisissez une raison." }),
});

/** What the host tells of itself, with the part of the agreement that is its own; the hours are read apart. */
export const hostAnswerSchema = hostPartSchema.extend({
  name: required(120, "Indiquez le nom de votre structure."),
  siret: typedSiret,
  addressLine: required(200, "Indiquez le numéro et la rue où l’élève viendra."),
  postcode: typedIdentifier({ error: "Indiquez le code postal." }).regex(
    /^\d{5}$/,
    "Le code postal compte cinq chiffres.",
  ),
  town: required(120, "Indiquez la ville."),
});
export type HostAnswerForm = z.output<typeof hostAnswerSchema>;
