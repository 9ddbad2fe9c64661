import { paths } from "#app/paths.ts";

/** The way up to the school's board, for the breadcrumbs of its pages. */
export const schoolTrail = [{ to: paths.school.home(), label: "Mon établissement" }];
