import { z } from "zod";
import { daysBetween, frenchDate, isCalendarDate } from "#app/kernel/calendar-date.ts";
import { typedIdentifier, typedLine, typedText } from "#app/kernel/typed-text.ts";
import { CAMPAIGN_STATUSES } from "./campaign.ts";
import { boundsOfSchoolYear, isSchoolYear } from "./campaign-settings.ts";

/** The longest window that is no slip of the keyboard. */
const MAX_WINDOW_DAYS = 62;

function day(what: string) {
  const missing = `Indiquez ${what}\u00a0: jour, mois et année.`;
  return typedIdentifier(missing).refine(isCalendarDate, missing);
}

function count(what: string, max: number) {
  const wrong = `Indiquez ${what}\u00a0: un nombre entier de 1 à ${max}.`;
  return typedIdentifier(wrong)
    .pipe(z.string().regex(/^\d{1,3}$/, wrong))
    .transform(Number)
    .refine((number) => number >= 1 && number <= max, wrong);
}

const fields = z.object({
  schoolYear: typedIdentifier("Indiquez l’année scolaire, par exemple 2026-2027.").refine(
    isSchoolYear,
    "Indiquez deux années qui se suivent, par exemple 2026-2027.",
  ),
  startsOn: day("le premier jour de la période"),
  endsOn: day("le dernier jour de la période"),
  week1StartsOn: day("le premier jour de la semaine 1"),
  week1EndsOn: day("le dernier jour de la semaine 1"),
  week2StartsOn: day("le premier jour de la semaine 2"),
  week2EndsOn: day("le dernier jour de la semaine 2"),
  hostsOpenOn: day("le jour où les structures commencent à publier"),
  pupilsOpenOn: day("le jour où les élèves commencent à candidater"),
  hostAnswerDays: count("le délai de réponse des structures, en jours", 60),
  pupilConfirmDays: count("le délai de confirmation des élèves, en jours", 30),
  maxLiveApplications: count("le nombre de candidatures en cours par élève", 50),
  status: z.enum(CAMPAIGN_STATUSES, "Dites si ces dates sont officielles ou provisoires."),
  source: typedLine("Indiquez d’où viennent ces dates.")
    .min(3, "Indiquez d’où viennent ces dates, par exemple le numéro de la circulaire.")
    .max(200, "Gardez 200 caractères au plus."),
});

type Fields = z.output<typeof fields>;
type Fault = readonly [field: keyof Fields, message: string];

/** The settings of a campaign as they are typed. Days are compared once each of them is one. */
export const campaignSchema = fields
  .superRefine((typed, context) => {
    for (const [field, message] of faultsOf(typed))
      context.addIssue({ code: "custom", path: [field], message });
  })
  .transform(({ week1StartsOn, week1EndsOn, week2StartsOn, week2EndsOn, ...settings }) => ({
    ...settings,
    weeks: [
      { week: 1 as const, startsOn: week1StartsOn, endsOn: week1EndsOn },
      { week: 2 as const, startsOn: week2StartsOn, endsOn: week2EndsOn },
    ],
  }));

function faultsOf(typed: Fields): Fault[] {
  const faults: (Fault | false)[] = [...windowFaults(typed), ...weekFaults(typed), ...openingFaults(typed)];
  return faults.filter((fault) => fault !== false);
}

function windowFaults({ schoolYear, startsOn, endsOn }: Fields): (Fault | false)[] {
  const { first, last } = boundsOfSchoolYear(schoolYear);
  const outside = `Cette date n’est pas dans l’année scolaire ${schoolYear}.`;
  return [
    (startsOn < first || startsOn > last) && ["startsOn", outside],
    (endsOn < first || endsOn > last) && ["endsOn", outside],
    endsOn < startsOn && ["endsOn", "Le dernier jour vient avant le premier."],
    daysBetween(startsOn, endsOn) >= MAX_WINDOW_DAYS && [
      "endsOn",
      `La période dépasse ${MAX_WINDOW_DAYS} jours\u00a0: vérifiez les deux dates.`,
    ],
  ];
}

function weekFaults(typed: Fields): (Fault | false)[] {
  const { startsOn, endsOn, week1StartsOn, week1EndsOn, week2StartsOn, week2EndsOn } = typed;
  const outside = (what: string) =>
    `${what} sort de la période, qui va du ${frenchDate(startsOn)} au ${frenchDate(endsOn)}.`;
  return [
    week1StartsOn < startsOn && ["week1StartsOn", outside("La semaine 1")],
    week1EndsOn < week1StartsOn && ["week1EndsOn", "La semaine 1 finit avant de commencer."],
    week1EndsOn > endsOn && ["week1EndsOn", outside("La semaine 1")],
    week2StartsOn <= week1EndsOn && [
      "week2StartsOn",
      `La semaine 2 commence après la fin de la semaine 1, au plus tôt le lendemain du ${frenchDate(week1EndsOn)}.`,
    ],
    week2EndsOn < week2StartsOn && ["week2EndsOn", "La semaine 2 finit avant de commencer."],
    week2EndsOn > endsOn && ["week2EndsOn", outside("La semaine 2")],
  ];
}

function openingFaults({ startsOn, hostsOpenOn, pupilsOpenOn }: Fields): (Fault | false)[] {
  const late = `Cette date vient après le début des stages, le ${frenchDate(startsOn)}.`;
  return [
    hostsOpenOn > startsOn && ["hostsOpenOn", late],
    pupilsOpenOn > startsOn && ["pupilsOpenOn", late],
    pupilsOpenOn < hostsOpenOn && [
      "pupilsOpenOn",
      "Les élèves ne peuvent pas candidater avant que les structures aient pu publier.",
    ],
  ];
}

/** What the form keeps of what its reader was shown. */
export const campaignReadingSchema = z.object({
  version: z.string().max(2_000).optional(),
  effects: typedText().max(2_000).optional(),
});
