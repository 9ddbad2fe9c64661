import type { SchoolImageKind } from "#app/domain/schools/profile/school-profile.ts";

/** The pictures of a school as addresses name them. */
export const IMAGE_SLUGS = { header: "entete", stamp: "cachet" } as const satisfies Record<
  SchoolImageKind,
  string
>;
