import { z } from "zod";
import { typedDay } from "#app/kernel/typed-day.ts";
import { typedIdentifier, typedText } from "#app/kernel/typed-text.ts";
import { CONTACT_PARTIES, CONTACT_STATES, CONTACT_WAYS, LOG_TEXT_LENGTH } from "./log-entry.ts";

const TIME = "Écrivez l’heure ainsi : 14:30.";
const LONG = "Gardez 1 000 caractères au plus.";
const EMPTY = "Écrivez votre note : quelques mots suffisent.";

/** "14:30" as browsers send it; "14h30", "9 h" as it is typed where there is no clock. */
const typedTime = typedIdentifier()
  .transform((typed) => {
    const written = /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/.exec(typed);
    if (!written) return typed;
    const [, hour = "", minute = "00"] = written;
    return `${hour.padStart(2, "0")}:${minute}`;
  })
  .refine((time) => time === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(time), TIME);

/** An hour is asked for only when the exchange is planned. */
export const contactSchema = z
  .object({
    entryId: z.guid().optional(),
    way: z.enum(CONTACT_WAYS, { error: "Choisissez la façon." }),
    party: z.enum(CONTACT_PARTIES, { error: "Choisissez avec qui." }),
    state: z.enum(CONTACT_STATES, { error: "Choisissez où en est cet échange." }),
    onDay: typedDay("Indiquez le jour."),
    atTime: typedTime.optional(),
    text: typedText().max(LOG_TEXT_LENGTH, LONG).default(""),
  })
  .refine(({ state, atTime }) => state !== "planned" || (atTime ?? "") !== "", {
    path: ["atTime"],
    error: "Indiquez l’heure du rendez-vous.",
  })
  .transform(({ entryId, text, atTime, ...contact }) => ({
    entryId: entryId ?? null,
    text,
    contact: { ...contact, atTime: atTime === "" ? null : (atTime ?? null) },
  }));
export type TypedContact = z.output<typeof contactSchema>;

export const noteSchema = z
  .object({
    entryId: z.guid().optional(),
    text: typedText({ error: EMPTY }).min(1, EMPTY).max(LOG_TEXT_LENGTH, LONG),
  })
  .transform(({ entryId, text }) => ({ entryId: entryId ?? null, text }));

export const entrySchema = z.object({ entryId: z.guid() });
