import { wallClock } from "./wall-clock.ts";

/** A day of the civil calendar, "YYYY-MM-DD", without time zone. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;
const PARIS = "Europe/Paris";

/** Spelt here: the words of an engine's locale data are not the same in all browsers. */
const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

function toUtc(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function isCalendarDate(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    toUtc(value).toString() !== "Invalid Date" &&
    fromUtc(toUtc(value)) === value
  );
}

function fromUtc(instant: Date): CalendarDate {
  return instant.toISOString().slice(0, 10);
}

/** The day it is in mainland France at this instant. */
export function parisDate(instant: Date): CalendarDate {
  return wallClock(instant, PARIS).slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * DAY_MS));
}

/** Whole days from `from` to `to`, negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / DAY_MS);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return toUtc(date).getUTCDay() || 7;
}

/** Every day from `first` to `last`, both included. */
export function daysOf(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) =>
    addDays(first, index),
  );
}

/** "2027-06-17" → "17 juin 2027" (or "jeudi 17 juin" with `weekday` and without `year`). */
export function frenchDate(date: CalendarDate, options: { weekday?: boolean; year?: boolean } = {}): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const words = [
    options.weekday ? WEEKDAYS[isoWeekday(date) - 1] : null,
    day === 1 ? "1er" : String(day),
    MONTHS[month - 1],
    options.year === false ? null : String(year),
  ];
  return words.filter((word) => word !== null).join(" ");
}

/** "du 17 au 28 juin 2027"; the month or the year is told once when it is shared. */
export function frenchPeriod(first: CalendarDate, last: CalendarDate): string {
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const day = Number(first.slice(8));
  const start = sameMonth ? (day === 1 ? "1er" : String(day)) : frenchDate(first, { year: !sameYear });
  return `du ${start} au ${frenchDate(last)}`;
}

/** The hour of an instant on a French clock: "14 h 05", "9 h". */
export function frenchTime(instant: Date): string {
  const [hour = "", minute = ""] = wallClock(instant, PARIS).slice(11, 16).split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}

/** An instant as it reads on a French clock: "17 juin 2027 à 14 h 05". */
export function frenchDateTime(instant: Date): string {
  return `${frenchDate(parisDate(instant))} à ${frenchTime(instant)}`;
}

/** Whole years lived on a day; someone born on 29 February turns a year older on 1 March. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
