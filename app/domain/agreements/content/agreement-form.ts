/** What a remark can point at: the fields that one of the two sides can change. */
export const REMARK_FIELDS = [
  "activities",
  "hoursGrid",
  "workplaceSupervisor",
  "host.signatoryName",
  "lunch",
  "violencePreventionContact",
  "referentTeacher",
  "guardians",
  "pupil.birthDate",
  "objectives",
  "transport",
] as const;
export type RemarkField = (typeof REMARK_FIELDS)[number];

export const REMARK_LENGTH = { min: 10, max: 1000 } as const;

export const GUARDIAN_ROWS = [1, 2] as const;
