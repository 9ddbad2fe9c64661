import { paths } from "#app/paths.ts";
import type { Space } from "./shell-data.ts";

interface SiteLink {
  to: string;
  label: string;
}

const SEARCH: SiteLink = { to: paths.offers(), label: "Trouver un stage" };
const HELP: SiteLink = { to: paths.help(), label: "Aide" };

/** Where the shell leads: every door for a visitor, one's own for who has signed in. None of them refuses its reader. */
const NAVIGATION: Record<Space, readonly SiteLink[]> = {
  visitor: [
    SEARCH,
    { to: paths.forHosts(), label: "Proposer un stage" },
    { to: paths.forSchools(), label: "Établissements" },
    { to: paths.forFamilies(), label: "Parents" },
    HELP,
  ],
  pupil: [
    { to: paths.offersFromSchool(), label: SEARCH.label },
    { to: paths.pupil.applications(), label: "Mes candidatures" },
    { to: paths.pupil.favourites(), label: "Mes favoris" },
    HELP,
  ],
  employer: [
    { to: paths.employer.applications(), label: "Candidatures reçues" },
    { to: paths.employer.offers(), label: "Mes offres" },
    { to: paths.employer.agreements(), label: "Mes conventions" },
    { to: paths.offers(), label: "Toutes les offres" },
    HELP,
  ],
  school: [
    { to: paths.school.home(), label: "Mon établissement" },
    { to: paths.school.agreements(), label: "Conventions" },
    { to: paths.offers(), label: "Toutes les offres" },
    HELP,
  ],
  admin: [
    { to: paths.admin.home(), label: "Administration" },
    { to: paths.offers(), label: "Toutes les offres" },
    HELP,
  ],
  other: [SEARCH, HELP],
};

export function mainNavigation(space: Space): readonly SiteLink[] {
  return NAVIGATION[space];
}

export const footerLinks = [
  { to: paths.help(), label: "Aide" },
  { to: paths.accessibility(), label: "Accessibilité : non conforme" },
  { to: paths.sitePlan(), label: "Plan du site" },
  { to: paths.legal(), label: "Mentions légales" },
  { to: paths.privacy(), label: "Données personnelles" },
  { to: paths.terms(), label: "Conditions d’utilisation" },
];
