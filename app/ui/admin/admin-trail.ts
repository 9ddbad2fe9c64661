import { paths } from "#app/paths.ts";
import type { Crumb } from "../components/page-header.tsx";

export const adminTrail: readonly Crumb[] = [{ to: paths.admin.home(), label: "Administration" }];

export const messagesTrail: readonly Crumb[] = [
  ...adminTrail,
  { to: paths.admin.messages(), label: "Messages" },
];

export const schoolsTrail: readonly Crumb[] = [
  ...adminTrail,
  { to: paths.admin.schools(), label: "Établissements" },
];

export const importsTrail: readonly Crumb[] = [
  ...schoolsTrail,
  { to: paths.admin.importSchools(), label: "Importer l’annuaire" },
];
