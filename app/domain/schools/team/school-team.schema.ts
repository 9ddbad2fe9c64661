import { z } from "zod";
import { typedDay } from "#app/kernel/typed-day.ts";
import { typedEmail, typedIdentifier } from "#app/kernel/typed-text.ts";
import { CLASS_TEACHER_ROLES, STAFF_ROLES } from "../../accounts/actor.ts";

const email = typedEmail("Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr.");
const uai = typedIdentifier()
  .toUpperCase()
  .regex(/^\d{7}[A-Z]$/, "Un UAI a sept chiffres et une lettre.");
const ROLE = "Choisissez une fonction.";

export const claimSchoolSchema = z.object({ uai });

export const requestToJoinSchema = z.object({ uai, email, role: z.enum(STAFF_ROLES, { error: ROLE }) });

export const answerJoinSchema = z.object({ requestId: z.guid() });

export const replaceHeadSchema = z.object({
  uai,
  formerId: z.guid(),
  email,
  from: typedDay("Indiquez le premier jour de la nouvelle direction."),
});

/** Who reads a school's official mailbox is one of these. */
export const firstMemberSchema = z.object({
  email,
  role: z.enum(["schoolHead", "schoolOffice"], { error: ROLE }),
});

const MOST_CLASSES = 40;

export const inviteColleagueSchema = z
  .object({
    uai,
    email,
    role: z.enum(STAFF_ROLES, { error: ROLE }),
    classGroupIds: z.array(z.guid()).max(MOST_CLASSES, "Choisissez quarante classes au plus.").default([]),
    classRole: z
      .enum(CLASS_TEACHER_ROLES, { error: "Choisissez ce que cette personne est pour ces classes." })
      .default("form_teacher"),
  })
  .refine(({ role, classGroupIds }) => role === "teacher" || classGroupIds.length === 0, {
    path: ["classGroupIds"],
    error: "Les classes se confient à l’équipe enseignante : décochez-les, ou choisissez cette fonction.",
  });

export const endMembershipSchema = z.object({ uai, personId: z.guid() });
