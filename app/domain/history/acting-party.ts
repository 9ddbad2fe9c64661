/** In what capacity someone changes the state of an offer, an application or an agreement. */
export type ActingParty = "pupil" | "guardian" | "host" | "teacher" | "school" | "moderator" | "system";
