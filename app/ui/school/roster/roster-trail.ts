import { paths } from "#app/paths.ts";
import { schoolTrail } from "../school-trail.ts";

export const pupilsTrail = [...schoolTrail, { to: paths.school.pupils(), label: "Les élèves" }];
export const rostersTrail = [
  ...pupilsTrail,
  { to: paths.school.sendRoster(), label: "Importer la liste des élèves" },
];
