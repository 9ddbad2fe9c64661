import { z } from "zod";
import { MARKS, type Mark } from "../../applications/opinions/opinion.ts";

const mark = (error: string) =>
  z.enum(MARKS.map(String), { error }).transform((chosen): Mark => Number(chosen) as Mark);

export const hostOpinionSchema = z.object({
  went: mark("Choisissez une réponse : comment le stage s’est-il passé ?"),
  again: mark("Choisissez une réponse : accueilleriez-vous un autre élève ?"),
});
