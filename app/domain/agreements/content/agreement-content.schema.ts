import { z } from "zod";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";

/** Health data never enter the content, the PDF or the hash: they are kept encrypted beside the agreement. */
export const HEALTH_NOTICE = "communiqué séparément";

const line = z.string().trim().max(200);
const paragraph = z.string().trim().max(4000);
const picture = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().refine(isCalendarDate);
const contactedPerson = z.object({ name: line, contact: line });

/**
 * Everything that one version of an agreement says. A text not told yet is empty, never absent, so that
 * a draft is kept at any moment; what is missing is listed by `missingHostFields` and `missingSchoolFields`.
 */
export const agreementContentSchema = z.object({
  host: z.object({
    name: line,
    siret: z.string().regex(/^(\d{14})?$/),
    addressLine: line,
    postcode: z.string().regex(/^(\d{5})?$/),
    town: line,
    /** The registered seat of the party, when it was known: the rest is the place of the internship. */
    seat: z.object({ addressLine: line, postcode: z.string().regex(/^(\d{5})?$/), town: line }).optional(),
    signatoryName: line,
    /** Courtesy title ("Mme", "M."), or empty. */
    signatoryTitle: line,
    /** In what quality the person signs ("gérante"). */
    signatoryQuality: line,
  }),
  school: z.object({
    uai: z.string().regex(/^(\d{7}[A-Z])?$/),
    name: line,
    address: line,
    headName: line,
    email: line,
    phone: line.optional(),
    /** Whom to call during the weeks, by function. */
    weekContact: line.optional(),
    meetingPlace: line.optional(),
    /** What the school asks of its hosts. */
    instructions: paragraph.optional(),
    /** Pictures by the SHA-256 of their bytes: what is signed binds them too. */
    header: picture.optional(),
    stamp: picture.optional(),
  }),
  pupil: z.object({ firstName: line, lastName: line, birthDate: date.nullable(), className: line }),
  guardians: z.array(z.object({ name: line, email: line.optional(), phone: line.optional() })).max(4),
  referentTeacher: contactedPerson,
  /** Null when the signatory looks after the pupil. */
  workplaceSupervisor: contactedPerson.nullable(),
  violencePreventionContact: line.nullable(),
  healthNotice: z.literal(HEALTH_NOTICE),
  startsOn: date,
  endsOn: date,
  weeks: z
    .array(z.union([z.literal(1), z.literal(2)]))
    .min(1)
    .max(2),
  hoursGrid: hoursGridSchema,
  activities: paragraph,
  /** These five complete what the agreement's text already says; empty means "nothing to add". */
  objectives: paragraph,
  evaluation: paragraph,
  lodging: paragraph,
  lunch: paragraph,
  transport: paragraph,
  boardDeliberationOn: date.nullable(),
});
