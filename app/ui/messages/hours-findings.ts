import { frenchDuration } from "#app/domain/hours/hours-grid.ts";
import type { HoursFinding } from "#app/domain/hours/hours-rules.ts";
import { BREAK_MINUTES } from "#app/domain/hours/hours-rules.ts";
import { addDays, frenchDate, frenchPeriod, type CalendarDate } from "#app/kernel/calendar-date.ts";

const DAYS = ["", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi"];

/** What to read beside the grid: where, what is wrong, what to change. */
export function describeHoursFinding(finding: HoursFinding): string {
  const sentence = SENTENCES[finding.code](finding.values);
  const place = finding.values.weekStartsOn
    ? `Semaine du ${frenchDate(finding.values.weekStartsOn, { year: false })}`
    : (DAYS[finding.day ?? 0] ?? "");
  return place === "" ? sentence : `${place} : ${sentence}`;
}

type Values = HoursFinding["values"];

const duration = (minutes: number | undefined) => frenchDuration(minutes ?? 0);
const clock = (minutes: number | undefined) =>
  `${Math.floor((minutes ?? 0) / 60)} h ${(minutes ?? 0) % 60 ? String((minutes ?? 0) % 60).padStart(2, "0") : ""}`.trim();
const withOther = (values: Values) => (values.otherAgreement ? ", en comptant l’autre stage de l’élève" : "");
const saturday = (monday: CalendarDate | undefined) =>
  monday ? frenchDate(addDays(monday, 5), { weekday: true, year: false }) : "samedi";

const SENTENCES: Record<HoursFinding["code"], (values: Values) => string> = {
  day_too_long: (values) =>
    `${duration(values.actual)} de présence, il faut retirer ${duration(values.excess)} (${duration(values.limit)} au plus par jour).`,
  week_too_long: (values) =>
    `${duration(values.actual)} de présence${withOther(values)}, il faut retirer ${duration(values.excess)} (${duration(values.limit)} au plus par semaine).`,
  week_long_for_age: (values) =>
    `${duration(values.actual)} de présence${withOther(values)}. Avant 15 ans, il est conseillé de ne pas dépasser ${duration(values.limit)}.`,
  too_early: (values) =>
    `début à ${clock(values.time)}. La présence ne peut pas commencer avant ${clock(values.limit)}, sans exception.`,
  too_late: (values) =>
    `fin à ${clock(values.time)}. La présence ne peut pas se terminer après ${clock(values.limit)}, sans exception.`,
  daily_rest_too_short: (values) =>
    `${duration(values.actual)} de repos entre ce jour et le suivant${withOther(values)}, il en faut ${duration(values.limit)} : il manque ${duration(values.excess)}.`,
  weekly_rest_missing: (values) =>
    `il faut deux jours de repos de suite. Si l’élève vient le ${saturday(values.weekStartsOn)}, le dimanche et le lundi doivent être libres.`,
  break_missing: (values) =>
    `${duration(values.actual)} de présence sans pause. Il faut au moins ${BREAK_MINUTES} minutes entre le matin et l’après-midi.`,
  stretch_too_long: (values) =>
    `${duration(values.actual)} d’affilée. La pause devrait venir au plus tard après ${duration(values.limit)} de présence.`,
  end_before_start: (values) =>
    `${values.part === 1 ? "l’après-midi" : "le matin"}, l’heure de fin doit venir après l’heure de début.`,
  ranges_overlap: () => "l’après-midi commence avant la fin du matin.",
  agreements_overlap: (values) =>
    `L’élève a déjà un autre stage ${values.from && values.to ? frenchPeriod(values.from, values.to) : "à ces dates"} : les dates de deux conventions ne peuvent pas se chevaucher.`,
};
