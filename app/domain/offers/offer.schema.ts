import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { challenges, type Challenge } from "#app/domain/reference/challenges.ts";
import { typedIdentifier, typedLine, typedText } from "#app/kernel/typed-text.ts";
import { compactSiret, isSiret } from "../hosts/siret.ts";

/** Fields are judged as they were typed, kept in the draft: empty text and no text are the same. */
const MAX_LINE = 250;
const typed = (max: number, wording?: { error: string }) => {
  const text = max > MAX_LINE ? typedText(wording) : typedLine(wording);
  return text.max(max, `Gardez ${frenchNumber(max)} caractères au plus.`);
};
const required = (max: number, missing: string) => typed(max, { error: missing }).min(1, missing);
const optional = (max: number) =>
  typed(max)
    .optional()
    .transform((text) => (text ? text : null));

export const typedSiret = typedIdentifier({ error: "Indiquez le SIRET de votre structure." })
  .transform(compactSiret)
  .superRefine((value, context) => {
    const message = siretComplaint(value);
    if (message) context.addIssue({ code: "custom", message });
  });

function siretComplaint(value: string): string | null {
  if (value === "") return "Indiquez le SIRET de votre structure.";
  if (!/^\d+$/.test(value)) return "Le SIRET ne contient que des chiffres.";
  if (value.length !== 14)
    return `Le SIRET compte 14 chiffres : vous en avez saisi ${value.length}. Le SIREN seul (9 chiffres) ne suffit pas.`;
  return isSiret(value) ? null : "Un chiffre du SIRET semble mal recopié : vérifiez-le, puis réessayez.";
}

export const organisationStepSchema = z.object({
  organisationName: required(120, "Indiquez le nom de votre structure."),
  siret: typedSiret,
  organisationAddress: required(200, "Indiquez l’adresse de votre structure."),
  organisationPostcode: typedIdentifier({ error: "Indiquez le code postal de votre structure." }).regex(
    /^\d{5}$/,
    "Le code postal compte cinq chiffres.",
  ),
  organisationTown: required(120, "Indiquez la ville de votre structure."),
  isPublic: z
    .string()
    .optional()
    .transform((value) => value === "oui"),
  signatoryName: required(120, "Indiquez qui signera la convention pour votre structure."),
  signatoryQuality: required(120, "Indiquez la fonction de la personne qui signera."),
  preventionContact: optional(200),
});
export type OrganisationStep = z.output<typeof organisationStepSchema>;

const challengeSlugs = challenges.map(({ slug }) => slug) as [Challenge, ...Challenge[]];

export const internshipStepSchema = z.object({
  title: required(120, "Donnez un intitulé à votre offre.").min(3, "Cet intitulé est un peu court."),
  description: required(4000, "Décrivez ce que l’élève va découvrir.").min(
    10,
    "Dites-en un peu plus : une phrase ou deux suffisent.",
  ),
  sectorCode: required(8, "Choisissez un secteur d’activité."),
  activities: optional(4000),
  supervisorName: optional(120),
  supervisorContact: optional(200),
  lunch: optional(1000),
  challenges: z.array(z.enum(challengeSlugs)).default([]),
});
export type InternshipStep = z.output<typeof internshipStepSchema>;

export const MAX_SEATS = 500;
const SEATS_RULE = `Indiquez un nombre de places entre 0 et ${MAX_SEATS}.`;
const seats = typedIdentifier()
  .regex(/^\d{0,3}$/, SEATS_RULE)
  .optional()
  .transform((value) => Number(value ?? ""))
  .refine((value) => value <= MAX_SEATS, SEATS_RULE);

const MAX_OPEN_APPLICATIONS = 200;
const OPEN_APPLICATIONS_RULE = `Indiquez un nombre entre 1 et ${MAX_OPEN_APPLICATIONS}, ou laissez vide.`;
/** How many applications a host answers at once; nothing typed sets no limit. */
const openApplications = typedIdentifier()
  .regex(/^\d{0,3}$/, OPEN_APPLICATIONS_RULE)
  .optional()
  .transform((value) => (value ? Number(value) : null))
  .refine(
    (value) => value === null || (value >= 1 && value <= MAX_OPEN_APPLICATIONS),
    OPEN_APPLICATIONS_RULE,
  );

export const limitApplicationsSchema = z.object({ maxOpenApplications: openApplications });

export const placeStepSchema = z
  .object({
    address: required(250, "Indiquez l’adresse où l’élève sera accueilli."),
    seats1: seats,
    seats2: seats,
    lengths: z.array(z.enum(["both", "single"])).default([]),
    accessNote: optional(500),
    maxOpenApplications: openApplications,
  })
  .superRefine(({ seats1, seats2, lengths }, context) => {
    if (seats1 + seats2 === 0)
      context.addIssue({
        code: "custom",
        path: ["seats1"],
        message: "Proposez au moins une place, la première ou la seconde semaine.",
      });
    else if (lengths.length === 0)
      context.addIssue({
        code: "custom",
        path: ["lengths"],
        message: "Choisissez au moins une durée de stage.",
      });
    else if (!lengths.includes("single") && (seats1 === 0 || seats2 === 0))
      context.addIssue({
        code: "custom",
        path: ["lengths"],
        message: "Avec des places sur une seule semaine, acceptez aussi les stages d’une semaine.",
      });
  });
export type PlaceFields = z.output<typeof placeStepSchema>;

export type FieldErrors = Record<string, string[]>;

/** Messages by field, `""` for those of the whole step. */
export function errorsByField(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}
