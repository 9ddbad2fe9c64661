import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { RosterTable } from "../columns/find-columns.ts";
import type { RosterField } from "../columns/roster-fields.ts";
import type { TableRow } from "../reading/table.ts";
import {
  isAgeOfSeconde,
  isName,
  isOtherClass,
  isOtherLevel,
  readDate,
  readIne,
  readName,
  splitName,
} from "./read-cells.ts";
import { readGuardians } from "./read-guardians.ts";
import type { RosterProblem } from "./roster-problem.ts";
import type { RosterGuardian, RosterPupil } from "./roster-pupil.ts";
import type { RowReader } from "./row-reader.ts";

export interface ReadPupils {
  pupils: RosterPupil[];
  problems: RosterProblem[];
  /** Lines of other levels: a lycée exports them all. */
  otherLevels: number;
}

interface School {
  uai: string;
  today: CalendarDate;
}

const LONGEST_CLASS = 30;

/** The pupils of a table, with what is wrong by line and column. A pupil on several lines has a guardian on each. */
export function readPupils(table: RosterTable, school: School): ReadPupils {
  const problems: RosterProblem[] = [];
  const byKey = new Map<string, RosterPupil>();
  const numbers = new Set<string>();
  let otherLevels = 0;
  let last: RosterPupil | null = null;
  for (const row of table.rows) {
    const reader = readerOf(table, row, problems);
    if (last && isContinued(reader)) {
      addGuardians(last, readGuardians(reader));
      continue;
    }
    if (isElsewhere(reader)) {
      otherLevels += 1;
      last = null;
      continue;
    }
    const pupil = readPupil(reader, row.line, school);
    last = pupil;
    if (!pupil) continue;
    const known = byKey.get(keyOf(pupil));
    if (known) last = mergeLines(known, pupil, reader);
    else if (pupil.ine !== null && numbers.has(pupil.ine)) {
      reader.note("duplicate", "ine");
      last = null;
    } else {
      byKey.set(keyOf(pupil), pupil);
      if (pupil.ine !== null) numbers.add(pupil.ine);
    }
  }
  const pupils = [...byKey.values()];
  for (const pupil of pupils) noteGaps(pupil, table, problems);
  return {
    pupils,
    problems: problems.sort((a, b) => a.line - b.line || (a.column ?? 999) - (b.column ?? 999)),
    otherLevels,
  };
}

function readerOf({ columns }: RosterTable, { cells, line }: TableRow, problems: RosterProblem[]): RowReader {
  const filled = (field: RosterField) => columns[field]?.find((index) => (cells[index] ?? "") !== "");
  return {
    has: (field) => columns[field] !== undefined,
    text: (field) => cells[filled(field) ?? -1] ?? "",
    note: (code, field) => {
      const column = field === null ? null : (filled(field) ?? columns[field]?.[0] ?? null);
      problems.push({ line, column, field, code });
    },
  };
}

/** A line that only tells of one more guardian of the pupil above. */
function isContinued({ text }: RowReader): boolean {
  return (["lastName", "firstName", "fullName", "birthDate"] as const).every((field) => text(field) === "");
}

function isElsewhere({ text, has }: RowReader): boolean {
  if (has("level") && text("level") !== "") return isOtherLevel(text("level"));
  return isOtherClass(text("className"));
}

function readPupil(reader: RowReader, line: number, { uai, today }: School): RosterPupil | null {
  const { text, note } = reader;
  if (text("uai") !== "" && text("uai").toUpperCase() !== uai) {
    note("other_school", "uai");
    return null;
  }
  const names = readNames(reader);
  const birthDate = readBirthDate(reader, today);
  if (!names || !birthDate) return null;
  const ine = text("ine") === "" ? null : readIne(text("ine"));
  if (text("ine") !== "" && ine === null) note("bad_number", "ine");
  return {
    line,
    lastName: names.lastName,
    firstName: names.firstName,
    birthDate,
    className: readClass(reader),
    number: text("number") || null,
    ine,
    guardians: readGuardians(reader),
    formTeacher: text("formTeacher") || null,
    referentTeacher: text("referentTeacher") || null,
  };
}

function readNames({ text, has, note }: RowReader): { lastName: string; firstName: string } | null {
  const typed = { lastName: text("lastName"), firstName: text("firstName") };
  const full = text("fullName");
  const inOne = has("fullName") && typed.lastName === "" && typed.firstName === "";
  const names = inOne ? splitName(full) : typed;
  if (!names) {
    note(full === "" ? "missing_last_name" : "unsplit_name", "fullName");
    return null;
  }
  let whole = true;
  for (const field of ["lastName", "firstName"] as const) {
    const missing = field === "lastName" ? "missing_last_name" : "missing_first_name";
    if (names[field] !== "" && isName(names[field])) continue;
    note(names[field] === "" ? missing : "bad_name", inOne ? "fullName" : field);
    whole = false;
  }
  return whole ? { lastName: readName(names.lastName), firstName: readName(names.firstName) } : null;
}

function readBirthDate({ text, note }: RowReader, today: CalendarDate): CalendarDate | null {
  const typed = text("birthDate");
  const date = readDate(typed);
  if (date !== null && isAgeOfSeconde(date, today)) return date;
  note(typed === "" ? "missing_birth_date" : date === null ? "bad_date" : "impossible_date", "birthDate");
  return null;
}

function readClass({ text, note }: RowReader): string | null {
  const name = text("className").replace(/\s+/g, " ");
  if (name.length <= LONGEST_CLASS) return name || null;
  note("bad_class", "className");
  return null;
}

/** Who a line is about, within one file. */
function keyOf({ lastName, firstName, birthDate }: RosterPupil): string {
  return `${normaliseText(`${lastName} ${firstName}`)} ${birthDate}`;
}

/** The second line of a pupil brings another guardian, or nothing at all. */
function mergeLines(known: RosterPupil, again: RosterPupil, { note, has }: RowReader): RosterPupil {
  const nameField = has("lastName") ? ("lastName" as const) : ("fullName" as const);
  const agrees = classKey(known.className) === classKey(again.className) || again.className === null;
  if (!agrees) note("contradiction", "className");
  else if (!addGuardians(known, again.guardians)) note("duplicate", nameField);
  return known;
}

function addGuardians(pupil: RosterPupil, more: readonly RosterGuardian[]): boolean {
  const known = new Set(pupil.guardians.map(({ name }) => normaliseText(name)));
  const others = more.filter(({ name }) => !known.has(normaliseText(name)));
  pupil.guardians.push(...others);
  return others.length > 0;
}

/** Classes are the same whatever their spaces and capitals. */
export function classKey(name: string | null): string {
  return normaliseText(name ?? "").replaceAll(" ", "");
}

function noteGaps(pupil: RosterPupil, { columns }: RosterTable, problems: RosterProblem[]): void {
  const at = (code: "no_class" | "no_guardian_address", field: RosterField) =>
    problems.push({ line: pupil.line, column: columns[field]?.[0] ?? null, field, code });
  const isBad = problems.some(({ line, code }) => line === pupil.line && code === "bad_class");
  if (pupil.className === null && columns.className && !isBad) at("no_class", "className");
  const hasGuardians = Object.keys(columns).some((field) => field.startsWith("guardian"));
  if (hasGuardians && pupil.guardians.every(({ email }) => email === null))
    at("no_guardian_address", "guardian1Email");
}
