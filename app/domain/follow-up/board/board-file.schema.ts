import { z } from "zod";

/** The format that a board leaves in: a workbook unless the other is asked for. */
export const boardFileSchema = z.object({ format: z.enum(["xlsx", "csv"]).catch("xlsx") });
