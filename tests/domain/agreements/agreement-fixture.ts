import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { HEALTH_NOTICE } from "#app/domain/agreements/content/agreement-content.schema.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";

/** A complete agreement of invented people. */
export const completeContent: AgreementContent = {
  host: {
    name: "Menuiserie Bois d’Armor",
    siret: "00000000500008",
    addressLine: "4 rue des Ateliers",
    postcode: "35000",
    town: "Rennes",
    signatoryName: "Claire Le Goff",
    signatoryTitle: "Mme",
    signatoryQuality: "gérante",
  },
  school: {
    uai: "0350001A",
    name: "Lycée des Quatre-Vents",
    address: "1 avenue du Lycée, 35000 Rennes",
    headName: "Nadia Benali",
    email: "direction@example.org",
  },
  pupil: { firstName: "Léa", lastName: "Martin", birthDate: "2011-11-23", className: "2de 4" },
  guardians: [
    { name: "Sophie Martin", email: "sophie.martin@example.org", phone: "06 39 98 00 01" },
    { name: "Karim Martin", phone: "06 39 98 00 02" },
  ],
  referentTeacher: { name: "Paul Durand", contact: "paul.durand@example.org" },
  workplaceSupervisor: { name: "Yann Kervella", contact: "01 99 00 10 20" },
  violencePreventionContact: "Claire Le Goff",
  healthNotice: HEALTH_NOTICE,
  startsOn: "2027-06-14",
  endsOn: "2027-06-25",
  weeks: [1, 2],
  hoursGrid: DEFAULT_HOURS_GRID,
  activities: "Découvrir l’atelier, suivre un chantier, rencontrer chaque métier de l’équipe.",
  objectives: "",
  evaluation: "",
  lodging: "",
  lunch: "Repas tiré du sac, salle de pause à disposition.",
  transport: "Ligne de bus C4, arrêt Ateliers.",
  boardDeliberationOn: "2026-11-05",
};
