import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SupervisorVisit } from "#app/domain/follow-up/supervisor/supervisor-visit.ts";
import { findVisitByLink } from "#app/domain/follow-up/supervisor/supervisor-visit.queries.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { linkGone, tooManyRequests } from "#app/web/errors.server.ts";

export interface SupervisorRequest extends UseCaseContext {
  app: AppContext;
  visit: SupervisorVisit;
  token: string;
  reporter: { side: "host"; linkVersion: number };
}

/**
 * The stay that the link of this request opens, no account needed. Throws a 404 that says whom to ask for a new link. Each loader
 * and each action calls it itself.
 */
export async function requireSupervisor(
  args: Pick<LoaderFunctionArgs, "request" | "context" | "params">,
): Promise<SupervisorRequest> {
  const app = appOf(args);
  const { token = "" } = args.params;
  const visit = await findVisitByLink(app, token);
  if (!visit) throw linkGone("supervisor_link");
  if (args.request.method !== "GET") {
    const wait = await app.rateLimits.consume("write-supervisor", visit.agreementId);
    if (wait !== null) throw tooManyRequests(wait);
  }
  const reporter = { side: "host" as const, linkVersion: visit.linkVersion };
  return { app, db: app.db, clock: app.clock, visit, token, reporter };
}
