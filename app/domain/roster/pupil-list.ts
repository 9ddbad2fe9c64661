/** What the list of pupils may be narrowed to. */
export const PUPIL_FILTERS = ["sans-classe", "sans-adresse"] as const;
export type PupilFilter = (typeof PUPIL_FILTERS)[number];

export function isPupilFilter(value: string | null): value is PupilFilter {
  return PUPIL_FILTERS.some((filter) => filter === value);
}

export interface ListedPupil {
  id: string;
  lastName: string;
  firstName: string;
  className: string | null;
  activated: boolean;
  /** A representative can be written to. */
  reachable: boolean;
  /** An address of theirs, or of their family, takes no mail any more. */
  hasLostAddress: boolean;
}

export interface PupilPage {
  pupils: ListedPupil[];
  nextCursor: string | null;
}
