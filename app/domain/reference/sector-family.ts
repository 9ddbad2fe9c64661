/** Sectors as pupils look for them: a family and its sectors. */
export interface SectorFamily {
  slug: string;
  label: string;
  sectors: { code: string; label: string }[];
}
