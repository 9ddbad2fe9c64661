import { paths } from "#app/paths.ts";

/** Where the shell leads. */
export const mainNavigation = [
  { to: paths.offers(), label: "Trouver un stage" },
  { to: paths.employer.home(), label: "Proposer un stage" },
  { to: paths.school.home(), label: "Établissements" },
  { to: paths.help(), label: "Aide" },
];

export const footerLinks = [
  { to: paths.help(), label: "Aide" },
  { to: paths.accessibility(), label: "Accessibilité : non conforme" },
  { to: paths.sitePlan(), label: "Plan du site" },
  { to: paths.legal(), label: "Mentions légales" },
  { to: paths.privacy(), label: "Données personnelles" },
];
