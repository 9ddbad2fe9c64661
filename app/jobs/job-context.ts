import type { DeliveryContext } from "#app/domain/notifications/messaging-context.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";

/** What a job is given. */
export interface JobContext
  extends
    Pick<AppContext, "env" | "db" | "clock" | "logger" | "pdf" | "links" | "secrets" | "pupilNumbers">,
    Pick<DeliveryContext, "providers" | "random"> {}
