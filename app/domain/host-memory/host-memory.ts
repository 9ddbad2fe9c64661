/** Fewer opinions might tell whose they are: then no figure is shown. */
export const OPINIONS_SHOWN_FROM = 3;
export const NOTE_LENGTH = 1000;

/** Pupils of this school at one host in a school year, counted: nobody is named. */
export interface HostYear {
  schoolYear: string;
  pupils: number;
  /** How many were there the first week, and the second. */
  week1: number;
  week2: number;
}

export interface HostNote {
  id: string;
  body: string;
  writtenAt: Date;
  changedAt: Date | null;
  byName: string;
  isMine: boolean;
}

/** A host that took pupils of this school, as its team remembers it. */
export interface RememberedHost {
  schoolUai: string;
  schoolName: string;
  siret: string;
  name: string;
  postcode: string;
  town: string;
  /** Titles of its offers that these pupils took; none for what was found elsewhere. */
  offerTitles: string[];
  years: HostYear[];
  /** Means from 1 to 4 of what this school's pupils and the host said; null under the number from which figures are shown. */
  welcomed: number | null;
  again: number | null;
  opinions: number;
  notes: HostNote[];
}

export interface HostFilters {
  words: string;
  schoolYear: string | null;
}

/** What the address asks for; an unusable value is left out. */
export function readHostFilters(query: URLSearchParams): HostFilters {
  const year = query.get("annee");
  return {
    words: (query.get("q") ?? "").trim().slice(0, 100),
    schoolYear: year !== null && /^\d{4}-\d{4}$/.test(year) ? year : null,
  };
}

type HostKey = Pick<RememberedHost, "siret" | "schoolUai">;

/** A host of a school in forms and addresses. */
export function hostKey({ siret, schoolUai }: HostKey): string {
  return `${siret}_${schoolUai}`;
}

/** Null for what is no key of ours. */
export function readHostKey(text: string): HostKey | null {
  const [, siret, schoolUai] = /^(\d{14})_(\d{7}[A-Z])$/.exec(text) ?? [];
  return siret && schoolUai ? { siret, schoolUai } : null;
}
