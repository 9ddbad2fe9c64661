import { sql } from "drizzle-orm";
import { schoolProfiles, schools } from "#db/schema/index.ts";

/** The columns of how a school is reached, where `school_profiles` is joined to `schools`: its own word before the directory's. */
export const schoolContact = {
  /** Whom one calls while pupils are out: the number of the weeks first. */
  weekPhone: sql<
    string | null
  >`coalesce(${schoolProfiles.weekPhone}, ${schoolProfiles.phone}, ${schools.phone})`,
  phone: sql<string | null>`coalesce(${schoolProfiles.phone}, ${schools.phone})`,
  email: sql<string | null>`coalesce(${schoolProfiles.email}, ${schools.email})`,
};
