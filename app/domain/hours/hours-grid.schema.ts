import { z } from "zod";

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Order of the two times is judged by the hours check, not here: a draft with a slip must be kept. */
const timeRangeSchema = z.object({ from: timeSchema, to: timeSchema }).nullable();
const dayHoursSchema = z.object({ morning: timeRangeSchema, afternoon: timeRangeSchema });

export const hoursGridSchema = z.object({
  1: dayHoursSchema,
  2: dayHoursSchema,
  3: dayHoursSchema,
  4: dayHoursSchema,
  5: dayHoursSchema,
  6: dayHoursSchema,
});
