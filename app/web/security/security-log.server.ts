import type { AppLoadContext } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { appOf, clientAddressOf, networkOf, requestIdOf } from "#app/web/app-of.server.ts";
import { withoutSecrets } from "#app/web/without-secrets.ts";

type SecurityEvent =
  | "signed_in"
  | "sign_in_refused"
  | "federation_refused"
  | "identity_linked"
  | "identity_unlinked"
  | "link_requested"
  | "link_used"
  | "password_changed"
  | "email_change_asked"
  | "email_change_stopped"
  | "email_changed"
  | "second_factor_enrolled"
  | "passkey_added"
  | "passkey_removed"
  | "recovery_codes_renewed"
  | "session_ended"
  | "own_data_downloaded"
  | "erasure_requested"
  | "other_sessions_ended"
  | "code_requested"
  | "code_accepted"
  | "code_refused"
  | "access_refused"
  | "limit_reached"
  | "request_refused"
  | "administrator_read"
  | "administrator_write";

interface RefusedRequest {
  path: string;
  status: number;
  address: string;
  requestId: string;
}

/** A request that was refused before any page was reached, told like the others. */
export function logRefusedRequest({ logger }: AppContext, refused: RefusedRequest): void {
  const { path, status, address, requestId } = refused;
  const event: SecurityEvent = status === 429 ? "limit_reached" : "request_refused";
  logger.info(
    { event, path: withoutSecrets(path), status, network: networkOf(address), requestId },
    "security",
  );
}

/**
 * What whoever looks after the service must be able to tell afterwards, at the default level. A person or a representative is an
 * identifier, an address a network, a path is without its query and its secrets.
 */
export function logSecurity(
  args: { request: Request; context: AppLoadContext },
  event: SecurityEvent,
  who?: string | { guardianId: string },
): void {
  const told = {
    event,
    ...(typeof who === "object" ? who : { personId: who }),
    path: withoutSecrets(new URL(args.request.url).pathname),
    network: networkOf(clientAddressOf(args)),
    requestId: requestIdOf(args),
  };
  appOf(args).logger.info(told, "security");
}
