import type { AppContext } from "#app/infra/app-context.server.ts";
import type { Couriers } from "./couriers.server.ts";

/** What a job is given. */
export interface JobContext extends Pick<AppContext, "env" | "db" | "clock" | "logger" | "pdf" | "links"> {
  couriers: Couriers;
  /** Spreads retries; tests choose it. */
  random(): number;
}
