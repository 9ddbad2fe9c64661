import { z } from "zod";
import { typedIdentifier } from "#app/kernel/typed-text.ts";
import { compactSiret, isSiret } from "../hosts/siret.ts";
import type { ArrivalPage } from "./arrival-page.ts";

const SIRET = "Indiquez les quatorze chiffres du SIRET, par exemple 356 000 000 00048.";
const SCHOOL = "Cochez au moins un établissement.";

const schools = z.object({ uais: z.array(z.string().max(8)).max(50).default([]) });

/** What is chosen on the page of an arrival: schools when there are several, else nothing; a SIRET for a new host. */
export function choicesSchema(page: ArrivalPage) {
  const several = page.kind === "staff" && page.schools.length > 1;
  return several
    ? schools.refine(({ uais }) => uais.length > 0, { path: ["uais"], message: SCHOOL })
    : schools;
}

export const claimSchema = z.object({
  siret: typedIdentifier({ error: SIRET })
    .transform(compactSiret)
    .refine((siret) => /^\d{14}$/.test(siret), SIRET)
    .refine(
      isSiret,
      "Ce SIRET n’existe pas : vérifiez ses chiffres, sur une facture ou un courrier officiel.",
    ),
});
