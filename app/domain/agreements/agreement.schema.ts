import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { typedEmail, typedLine, typedText } from "#app/kernel/typed-text.ts";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";
import { AGREEMENT_SIDES } from "./agreement.ts";
import { GUARDIAN_ROWS, REMARK_FIELDS, REMARK_LENGTH } from "./content/agreement-form.ts";

/** Fields are named as the forms name them; an empty field and no field are the same. */
const MAX_LINE = 250;
const typed = (max: number, wording?: { error: string }) => {
  const text = max > MAX_LINE ? typedText(wording) : typedLine(wording);
  return text.max(max, `Gardez ${frenchNumber(max)} caractères au plus.`);
};
const required = (max: number, missing: string) => typed(max, { error: missing }).min(1, missing);
const optional = (max: number) =>
  typed(max)
    .optional()
    .transform((text) => text ?? "");
const date = (wrong: string) => z.string({ error: wrong }).refine(isCalendarDate, wrong);
const contentHash = z.string().default("");

export const validateAgreementSchema = z.object({ contentHash });

const REMARK_RULE = `Expliquez ce qui est à modifier, en ${REMARK_LENGTH.min} à ${REMARK_LENGTH.max} caractères.`;

export const requestChangesSchema = z.object({
  addressee: z.enum(AGREEMENT_SIDES).default("host"),
  field: z
    .enum(REMARK_FIELDS)
    .optional()
    .transform((field) => field ?? null),
  comment: typedText({ error: REMARK_RULE })
    .min(REMARK_LENGTH.min, REMARK_RULE)
    .max(REMARK_LENGTH.max, REMARK_RULE),
});

/** The hours are read apart, from the many fields of their grid. */
export const hostPartSchema = z.object({
  contentHash,
  signatoryName: required(200, "Indiquez qui signera la convention."),
  signatoryQuality: required(200, "Indiquez la fonction de la personne qui signera."),
  supervisorName: optional(200),
  supervisorContact: optional(200),
  preventionContact: optional(200),
  activities: required(4000, "Décrivez les activités prévues : l’équipe enseignante les relit."),
  lunch: optional(4000),
});

const guardian = {
  name: optional(200),
  email: typedEmail("Cette adresse électronique semble incomplète.").optional(),
  phone: optional(40),
};

export const schoolPartSchema = z
  .object({
    contentHash,
    headName: required(200, "Indiquez qui dirige l’établissement."),
    referentName: required(200, "Indiquez qui suivra l’élève pendant le stage."),
    referentContact: required(200, "Indiquez comment joindre cette personne."),
    birthDate: date("Indiquez la date de naissance de l’élève."),
    guardian1Name: guardian.name,
    guardian1Email: guardian.email,
    guardian1Phone: guardian.phone,
    guardian2Name: guardian.name,
    guardian2Email: guardian.email,
    guardian2Phone: guardian.phone,
    objectives: optional(4000),
    transport: optional(4000),
    boardDeliberationOn: date("Cette date n’existe pas.").optional(),
  })
  .superRefine((part, context) => {
    for (const row of GUARDIAN_ROWS) {
      const named = part[`guardian${row}Name`] !== "";
      if (!named && (part[`guardian${row}Email`] || part[`guardian${row}Phone`]))
        context.addIssue({
          code: "custom",
          path: [`guardian${row}Name`],
          message: "Indiquez aussi le nom de cette personne.",
        });
    }
  });
export type SchoolPartForm = z.output<typeof schoolPartSchema>;
export type HostPartForm = z.output<typeof hostPartSchema>;
