import type { Provider } from "#app/domain/federation/identity-provider.ts";
import type { Env } from "./env.server.ts";

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Values of `acr` that say that two factors were asked for. */
  strongAcr: readonly string[];
  /** One of them is asked for, and nothing less is let in. */
  requiresStrong: boolean;
  /** The userinfo is a signed token, not plain JSON. */
  signedUserinfo: boolean;
  /** What this provider alone wants to be asked. */
  parameters: Readonly<Record<string, string>>;
}

const listOf = (text: string | undefined): string[] => text?.split(/[\s,]+/).filter(Boolean) ?? [];

/** The federations that the environment tells about, each with what is particular to it. */
export function providerSettings(env: Env): Partial<Record<Provider, ProviderSettings>> {
  const settings: Partial<Record<Provider, ProviderSettings>> = {};
  const educonnect = clientOf(env.EDUCONNECT_ISSUER, env.EDUCONNECT_CLIENT_ID, env.EDUCONNECT_CLIENT_SECRET);
  if (educonnect)
    settings.educonnect = Object.assign(educonnect, {
      scope: "openid profile ect.scope.cnx ect.scope.stage",
      strongAcr: [],
      requiresStrong: false,
      signedUserinfo: false,
      parameters: { acr_values: "eleve" },
    });
  const academie = clientOf(env.ACADEMIE_ISSUER, env.ACADEMIE_CLIENT_ID, env.ACADEMIE_CLIENT_SECRET);
  if (academie)
    settings.academie = Object.assign(academie, {
      scope: "openid profile email stage",
      strongAcr: listOf(env.ACADEMIE_ACR_VALUES),
      requiresStrong: false,
      signedUserinfo: false,
      parameters: {},
    });
  const proconnect = clientOf(env.PROCONNECT_ISSUER, env.PROCONNECT_CLIENT_ID, env.PROCONNECT_CLIENT_SECRET);
  if (proconnect)
    settings.proconnect = Object.assign(proconnect, {
      scope: "openid given_name usual_name email uid siret",
      strongAcr: listOf(env.PROCONNECT_ACR_VALUES),
      requiresStrong: true,
      signedUserinfo: true,
      parameters: {},
    });
  return settings;
}

function clientOf(
  issuer: string | undefined,
  clientId: string | undefined,
  clientSecret: string | undefined,
): Pick<ProviderSettings, "issuer" | "clientId" | "clientSecret"> | null {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}
