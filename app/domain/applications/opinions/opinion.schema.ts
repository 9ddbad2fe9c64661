import { z } from "zod";
import { MARKS, type Mark } from "./opinion.ts";

const mark = (error: string) =>
  z.enum(MARKS.map(String), { error }).transform((chosen): Mark => Number(chosen) as Mark);

export const opinionSchema = z.object({
  welcomed: mark("Choisissez une réponse : comment l’accueil s’est-il passé ?"),
  useful: mark("Choisissez une réponse : ce stage vous aide-t-il à réfléchir à votre orientation ?"),
});
