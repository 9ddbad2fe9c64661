import { addDays, ageOn, isCalendarDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { cleanIdentifier } from "#app/kernel/clean-text.ts";
import { normaliseText } from "#app/kernel/text.ts";

/** Day 0 of spreadsheets, which believe that 1900 had a 29 February. */
const EXCEL_EPOCH = "1899-12-30";
/** 1954 to 2064: numbers of days, and nothing else that a cell of dates could hold. */
const SERIALS = { first: 20_000, last: 60_000 };

/** "2/10/2011", "02-10-11", "2011-10-02", "40818", each with an hour or without; null for what is no day. */
export function readDate(cell: string): CalendarDate | null {
  const written = cell.replace(/[ T]\d{1,2}[:h]\d{2}.*$/, "").replace(/\s/g, "");
  const serial = /^(\d{5})(?:[.,]0+)?$/.exec(written)?.[1];
  if (serial !== undefined) {
    const days = Number(serial);
    return days >= SERIALS.first && days <= SERIALS.last ? addDays(EXCEL_EPOCH, days) : null;
  }
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(written);
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(written);
  const [year, month, day] = iso ? iso.slice(1) : french ? french.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

/** Wide enough for any pupil of seconde: a mistyped year is told, nobody is left out. */
const AGES = { youngest: 12, oldest: 20 };

export function isAgeOfSeconde(birthDate: CalendarDate, today: CalendarDate): boolean {
  const age = ageOn(birthDate, today);
  return age >= AGES.youngest && age <= AGES.oldest;
}

/** "LE GOFF" → "Le Goff"; a name that has small letters is as its owner writes it. */
export function readName(cell: string): string {
  const name = cell.replace(/\s+/g, " ").trim();
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const MOST_LETTERS = 100;

/** Letters, and what parts them: neither a number, nor an address, nor a formula. */
export function isName(name: string): boolean {
  return name.length <= MOST_LETTERS && /^\p{L}[\p{L}\p{M}\s'’.()-]*$/u.test(name);
}

/** "MARTIN Inès", "Martin, Inès": the family name is in capitals, or before a comma. Null when nothing parts them. */
export function splitName(cell: string): { lastName: string; firstName: string } | null {
  const [before = "", after, ...more] = cell.split(",").map((part) => part.trim());
  if (after !== undefined)
    return more.length === 0 && before && after ? { lastName: before, firstName: after } : null;
  const words = cell.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => /\p{Ll}/u.test(word));
  if (first <= 0) return null;
  const rest = words.slice(first);
  if (rest.some((word) => word.length > 1 && !/\p{Ll}/u.test(word))) return null;
  return { lastName: words.slice(0, first).join(" "), firstName: rest.join(" ") };
}

/** In small letters; null for what no message can be sent to. */
export function readEmail(cell: string): string | null {
  const address = cleanIdentifier(cell).toLowerCase();
  return address.length <= 254 && /^[^\s@,;<>"()]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address) ? address : null;
}

/** "06 39 98 12 34", from whatever it is written like; a spreadsheet takes the first zero away. */
export function readPhone(cell: string): string | null {
  const digits = cell.replace(/[\s./()-]/g, "").replace(/^(\+|00)33(0?)/, "0");
  const full = /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
  if (/^0[1-9]\d{8}$/.test(full)) return full.replace(/(\d\d)(?=\d)/g, "$1 ");
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : null;
}

/** National number of a pupil: nine or ten digits and a letter, or the eleven signs of today's. */
export function readIne(cell: string): string | null {
  const number = cleanIdentifier(cell).toUpperCase();
  return /^(?=.*\d)[0-9A-Z]{11}$/.test(number) ? number : null;
}

const OTHER =
  /^(premiere|terminale|1 ?(e|ere|er|re|g|gt|st\w*|hlp)?( |\d|$)|1st|t ?(erm|le|g|gt|st\w*)?( |\d|$)|ts|tst)|\bpro\b|professionnel|\bcap\b|\bbts\b|\bcpge\b/;
const COLLEGE = /^(3|4|5|6) ?(e|eme)\b|troisieme|quatrieme|cinquieme|sixieme/;
/** Codes of the ministry's levels: those of seconde générale et technologique begin so. */
const SECONDE_CODE = /^200/;

/** Whether a level is plainly not seconde générale et technologique; one that is not understood is let through. */
export function isOtherLevel(cell: string): boolean {
  const words = normaliseText(cell);
  if (/^\d{8,11}$/.test(words)) return !SECONDE_CODE.test(words);
  return OTHER.test(words) || COLLEGE.test(words);
}

/** The same by the name of a class, where no level is told. */
export function isOtherClass(name: string): boolean {
  return OTHER.test(normaliseText(name));
}
