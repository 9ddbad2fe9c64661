import type { AppContext } from "#app/infra/app-context.server.ts";
import { notFound } from "#app/web/errors.server.ts";

/** In production nothing is kept by a stand-in, and these pages do not exist. */
export function requireMailbox({ env, db }: AppContext): AppContext["db"] {
  if (env.SERVICE_MODE === "production") throw notFound();
  return db;
}
