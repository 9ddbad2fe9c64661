import type { Mark } from "../../applications/opinions/opinion.ts";

/** What a host thought of a stay: counted, never read one by one. */
export interface HostOpinion {
  went: Mark;
  again: Mark;
}
