import type { AppContext } from "#app/infra/app-context.server.ts";
import type { Mailer } from "#app/infra/mailer.server.ts";

/** What a job is given. */
export interface JobContext extends Pick<AppContext, "env" | "db" | "clock" | "logger" | "pdf" | "links"> {
  mailer: Mailer;
}
