const GUARDIANS = ["guardian1", "guardian2"] as const;
export type GuardianSlot = (typeof GUARDIANS)[number];
export const GUARDIAN_SLOTS = GUARDIANS;

/** What a column of a file can hold; whatever else it says of pupils is not read. */
export const ROSTER_FIELDS = [
  "lastName",
  "firstName",
  "fullName",
  "birthDate",
  "className",
  "level",
  "number",
  "ine",
  "uai",
  "formTeacher",
  "referentTeacher",
  "guardian1Name",
  "guardian1LastName",
  "guardian1FirstName",
  "guardian1Email",
  "guardian1Phone",
  "guardian2Name",
  "guardian2LastName",
  "guardian2FirstName",
  "guardian2Email",
  "guardian2Phone",
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

export function isRosterField(value: unknown): value is RosterField {
  return ROSTER_FIELDS.some((field) => field === value);
}

/** Where each field is read from: columns in the order in which a filled one is taken. */
export type ColumnMap = Partial<Record<RosterField, readonly number[]>>;

/** Without these no pupil can be told from another. */
export function missingFields(columns: ColumnMap): RosterField[] {
  const missing: RosterField[] = [];
  if (!columns.fullName) {
    if (!columns.lastName) missing.push("lastName");
    if (!columns.firstName) missing.push("firstName");
  }
  if (!columns.birthDate) missing.push("birthDate");
  return missing;
}
