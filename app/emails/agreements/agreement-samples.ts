import { CLASS, HOST, PERIOD, PUPIL, sampleLink } from "#app/emails/samples.ts";

export const AGREEMENT = {
  pupilFirstName: PUPIL,
  className: CLASS,
  hostName: HOST,
  schoolName: "Lycée des Quatre-Vents",
  period: PERIOD,
  dueBefore: PERIOD.startsOn,
};

export const HOST_AGREEMENT = sampleLink("/employeur/conventions/0198c3b7");
export const SCHOOL_AGREEMENT = sampleLink("/etablissement/conventions/0198c3b7");
export const PUPIL_AGREEMENT = sampleLink("/eleve/conventions/0198c3b7");
export const PUPIL_PDF = sampleLink("/eleve/conventions/0198c3b7/convention.pdf");
