import { addDays } from "#app/kernel/calendar-date.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";

export interface PublicHoliday {
  date: CalendarDate;
  name: string;
}

/** Easter Sunday of the Gregorian calendar: anonymous algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * shift + 114;
  return `${year}-${String(Math.floor(day / 31)).padStart(2, "0")}-${String((day % 31) + 1).padStart(2, "0")}`;
}

/** Code du travail L. 3133-1. */
function national(year: number): PublicHoliday[] {
  const easter = easterSunday(year);
  return [
    { date: `${year}-01-01`, name: "Jour de l'an" },
    { date: addDays(easter, 1), name: "Lundi de Pâques" },
    { date: `${year}-05-01`, name: "Fête du Travail" },
    { date: `${year}-05-08`, name: "Victoire de 1945" },
    { date: addDays(easter, 39), name: "Ascension" },
    { date: addDays(easter, 50), name: "Lundi de Pentecôte" },
    { date: `${year}-07-14`, name: "Fête nationale" },
    { date: `${year}-08-15`, name: "Assomption" },
    { date: `${year}-11-01`, name: "Toussaint" },
    { date: `${year}-11-11`, name: "Armistice de 1918" },
    { date: `${year}-12-25`, name: "Noël" },
  ];
}

const ALSACE_MOSELLE = new Set(["57", "67", "68"]);

/** Code du travail L. 3134-13 (Alsace-Moselle) and L. 3422-2 (overseas: the abolition of slavery). */
function local(year: number, departmentCode: string): PublicHoliday[] {
  if (ALSACE_MOSELLE.has(departmentCode)) {
    return [
      { date: addDays(easterSunday(year), -2), name: "Vendredi saint" },
      { date: `${year}-12-26`, name: "Saint-Étienne" },
    ];
  }
  const day = ABOLITION_DAYS[departmentCode];
  return day ? [{ date: `${year}-${day}`, name: "Abolition de l'esclavage" }] : [];
}

const ABOLITION_DAYS: Record<string, string> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
  "977": "10-09",
  "978": "05-28",
};

/** Public holidays of a year in date order; a département code adds its own days. */
export function publicHolidays(year: number, departmentCode = ""): PublicHoliday[] {
  return [...national(year), ...local(year, departmentCode)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

export function isPublicHoliday(date: CalendarDate, departmentCode = ""): boolean {
  return publicHolidays(Number(date.slice(0, 4)), departmentCode).some((holiday) => holiday.date === date);
}
