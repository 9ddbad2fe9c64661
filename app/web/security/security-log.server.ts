import type { AppLoadContext } from "@remix-run/node";
import { addressBlock } from "#app/kernel/network-address.ts";
import { appOf, clientAddressOf, requestIdOf } from "#app/web/app-of.server.ts";
import { withoutSecrets } from "#app/web/without-secrets.ts";

type SecurityEvent =
  | "signed_in"
  | "sign_in_refused"
  | "link_requested"
  | "link_used"
  | "password_changed"
  | "second_factor_enrolled"
  | "code_accepted"
  | "code_refused"
  | "access_refused"
  | "limit_reached"
  | "administrator_read"
  | "administrator_write";

/**
 * What whoever looks after the service must be able to tell afterwards, at the default level. A person is an identifier, an
 * address a network, a path is without its query and its secrets.
 */
export function logSecurity(
  args: { request: Request; context: AppLoadContext },
  event: SecurityEvent,
  personId?: string,
): void {
  const told = {
    event,
    personId,
    path: withoutSecrets(new URL(args.request.url).pathname),
    network: addressBlock(clientAddressOf(args), { bytes: 3, pairs: 3 }),
    requestId: requestIdOf(args),
  };
  appOf(args).logger.info(told, "security");
}
