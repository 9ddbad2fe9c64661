import { paths } from "#app/paths.ts";

/** The way up to the employer's space, for the breadcrumbs of its pages. */
export const employerTrail = [{ to: paths.employer.home(), label: "Mon espace employeur" }];
