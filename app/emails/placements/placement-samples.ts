import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import {
  CLASS,
  CLASS_PAGE,
  GUARDIAN_PAGE,
  HOST,
  PERIOD,
  PUPIL,
  TITLE,
  toGuardian,
  toSchool,
} from "#app/emails/samples.ts";
import type { PlacementSheet } from "./placement-facts.ts";

export const SHEET: PlacementSheet = {
  offerTitle: TITLE,
  hostName: HOST,
  address: "4 rue des Ateliers, 35000 Rennes",
  period: PERIOD,
  hours: DEFAULT_HOURS_GRID,
  supervisorName: "Gwenaëlle Prigent",
  lunch: "Repas tiré du sac",
  accessNote: "Bus C4, arrêt Ateliers. Sonnez au portail vert.",
};

export const INCIDENT = { pupilFirstName: PUPIL, className: CLASS, hostName: HOST, period: PERIOD };

export const TO_SCHOOL = toSchool({ ...INCIDENT, reader: "school" as const, link: CLASS_PAGE });
export const TO_GUARDIAN = toGuardian({ ...INCIDENT, reader: "guardian" as const, link: GUARDIAN_PAGE });
