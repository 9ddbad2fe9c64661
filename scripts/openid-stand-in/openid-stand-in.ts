import { generateKeyPairSync, randomBytes } from "node:crypto";
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  interactionPolicy,
  Provider as OpenIdProvider,
  type Configuration,
  type KoaContextWithOIDC,
} from "oidc-provider";
import { PROVIDERS, type Provider } from "#app/domain/federation/identity-provider.ts";
import { memoryAdapters } from "./memory-adapter.ts";
import { choicePage, logoutPage, messagePage } from "./pages.ts";
import { STAND_IN_PEOPLE, type StandInPerson } from "./people.ts";

const CLIENT_ID = "stage-de-seconde";
const CLIENT_SECRET = "demonstration-only-client-secret";
const TITLES: Record<Provider, string> = {
  educonnect: "EduConnect",
  academie: "Compte académique",
  proconnect: "ProConnect",
};
const PASSWORD_ALONE = "password";

/** Which scope tells what, as each federation documents it. */
const CLAIMS: Record<Provider, Record<string, string[]>> = {
  educonnect: {
    profile: ["given_name", "family_name", "birthdate"],
    "ect.scope.cnx": ["FrEduCtPersonAffiliation"],
    "ect.scope.stage": ["FrEduCtEleveUAI", "FrEduCtEleveINE", "FrEduCtEleveNivFormation"],
  },
  academie: {
    profile: ["given_name", "family_name"],
    email: ["email"],
    stage: ["FrEduFonctAdm", "FrEduRne", "FrEduRneResp"],
  },
  proconnect: {
    given_name: ["given_name"],
    usual_name: ["usual_name"],
    email: ["email"],
    uid: ["uid"],
    siret: ["siret"],
  },
};

export interface OpenIdStandIn {
  /** What the environment must hold to sign in with it. */
  env: Record<string, string>;
  close(): Promise<void>;
}

interface Options {
  /** Address of the service, which people come back to. */
  publicUrl: string;
  serviceMode: string | undefined;
}

/** Real OpenID providers with invented people, one for each federation: for the demonstration and the tests, never beside real accounts. */
export async function startOpenIdStandIn({ publicUrl, serviceMode }: Options): Promise<OpenIdStandIn> {
  if (serviceMode !== "demonstration" && serviceMode !== "test")
    throw new Error("The stand-in of the federations lets anyone be anyone: it never runs in production");
  const env: Record<string, string> = { ACADEMIE_ACR_VALUES: "eidas1-mfa" };
  const closings: (() => Promise<void>)[] = [];
  for (const provider of PROVIDERS) {
    const { issuer, close } = await startProvider(provider, publicUrl);
    const name = provider.toUpperCase();
    env[`${name}_ISSUER`] = issuer;
    env[`${name}_CLIENT_ID`] = CLIENT_ID;
    env[`${name}_CLIENT_SECRET`] = CLIENT_SECRET;
    closings.push(close);
  }
  return { env, close: async () => void (await Promise.all(closings.map((close) => close()))) };
}

async function startProvider(name: Provider, publicUrl: string) {
  let listener: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = http.createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new OpenIdProvider(issuer, configuration(name, publicUrl));
  const serve = provider.callback();
  listener = (request, response) => {
    if (request.url?.startsWith("/personne/"))
      choose(name, provider, request, response).catch(() =>
        send(response, 400, messagePage("Demande perdue.")),
      );
    else void serve(request, response);
  };
  return {
    issuer,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(name: Provider, publicUrl: string): Configuration {
  const people = STAND_IN_PEOPLE[name];
  const claims = CLAIMS[name];
  const scopes = ["openid", ...Object.keys(claims)];
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    adapter: memoryAdapters(),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${publicUrl}/connexion/${name}/retour`],
        post_logout_redirect_uris: [`${publicUrl}/connexion`],
        ...(name === "proconnect" ? { userinfo_signed_response_alg: "RS256" as const } : {}),
      },
    ],
    jwks: {
      keys: [Object.assign(privateKey.export({ format: "jwk" }), { use: "sig", alg: "RS256" })] as never,
    },
    cookies: {
      keys: [randomBytes(16).toString("hex")],
      // Cookies know hosts, not ports: three providers on one host keep theirs apart by name.
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
    },
    scopes,
    claims: Object.assign({ openid: ["sub"], acr: null }, claims),
    acrValues: ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3", "eleve", PASSWORD_ALONE],
    extraParams: ["siret_hint"],
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 3600,
      IdToken: 3600,
      Interaction: 600,
      Session: 43_200,
      Grant: 43_200,
    },
    interactions: {
      policy: heedlessOfStrength(),
      url: (_ctx, interaction) => `/personne/${interaction.uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      userinfo: { enabled: true },
      jwtUserinfo: { enabled: name === "proconnect" },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => answer(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => answer(ctx, messagePage("Vous êtes déconnecté.")),
      },
    },
    renderError: (ctx) => answer(ctx, messagePage("Ce fournisseur ne peut pas répondre à cette demande.")),
    findAccount: (_ctx, subject) => {
      const person = people.find((one) => one.subject === subject);
      return person && { accountId: subject, claims: () => Object.assign({ sub: subject }, person.claims) };
    },
    // Nobody is asked twice what the person's choice says already.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scopes.join(" "));
      grant.addOIDCClaims(["acr", ...Object.values(claims).flat()]);
      await grant.save();
      return grant;
    },
  };
}

/** It vouches for whoever comes, however weakly they proved who they are: refusing is for whoever asked for more. */
function heedlessOfStrength() {
  const policy = interactionPolicy.base();
  policy.get("login")?.checks.remove("essential_acrs");
  return policy;
}

function answer(ctx: KoaContextWithOIDC, html: string): void {
  ctx.type = "html";
  ctx.body = html;
}

/** The page on which one chooses whom to be, and what its buttons do. */
async function choose(
  name: Provider,
  provider: OpenIdProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const people = STAND_IN_PEOPLE[name];
  if (request.method !== "POST") {
    const isExpected = ({ claims }: StandInPerson) => claims.email === params.login_hint;
    const sorted = [...people.filter(isExpected), ...people.filter((one) => !isExpected(one))];
    return send(response, 200, choicePage(TITLES[name], sorted, request.url ?? ""));
  }
  const form = await readForm(request);
  const person = people.find(({ subject }) => subject === form.get("subject"));
  const result = person
    ? { login: { accountId: person.subject, acr: person.acr ?? PASSWORD_ALONE } }
    : { error: "access_denied", error_description: "Cancelled by the person" };
  await provider.interactionFinished(request, response, result);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = "";
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString("utf8");
  return new URLSearchParams(body);
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}
