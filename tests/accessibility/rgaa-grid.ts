import { CONTENT_CRITERIA } from "./rgaa-criteria-1-to-8.ts";
import { USE_CRITERIA } from "./rgaa-criteria-9-to-13.ts";
import type { Criterion } from "./rgaa-criterion.ts";

/** The 106 criteria of the RGAA 4.1.2, over the sample of `app/ui/accessibility/audit.ts`. */
export const GRID: readonly Criterion[] = [...CONTENT_CRITERIA, ...USE_CRITERIA];

/** How many criteria each of the thirteen themes has. */
export const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12] as const;
