import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Claims = Record<string, unknown>;

/** How the provider misbehaves; as it is, it does everything right. */
export interface Script {
  /** The id_token's claims, as they would be if all were well. */
  idToken?: (claims: Claims) => Claims;
  userinfo?: (claims: Claims) => Claims;
  signature?: "right" | "none" | "another_key";
  userinfoSignature?: "right" | "another_key" | "plain_json";
  /** Answers nothing for ever, or with a 500. */
  outage?: "silent" | "broken";
}

export interface HostileProvider {
  issuer: string;
  /** Read at each request. */
  script: Script;
  nonce: string;
  /** Requests by path. */
  asked: string[];
  close(): Promise<void>;
}

const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function jwt(claims: Claims, key: KeyObject | null): string {
  const head = encoded(key ? { alg: "RS256", kid: "key" } : { alg: "none" });
  const body = `${head}.${encoded(claims)}`;
  return `${body}.${key ? createSign("RSA-SHA256").update(body).sign(key).toString("base64url") : ""}`;
}

/** An OpenID provider that a test makes lie: what it signs, for whom, and how. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const own = pair();
  const other = pair();
  const provider: HostileProvider = { issuer: "", script: {}, nonce: "", asked: [], close: () => closed() };
  const server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  provider.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  function closed() {
    return new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  function answer(request: IncomingMessage, response: ServerResponse) {
    const { script, issuer, nonce } = provider;
    const path = new URL(request.url ?? "/", issuer).pathname;
    provider.asked.push(path);
    if (script.outage === "silent") return;
    if (script.outage === "broken") return response.writeHead(500).end();
    const json = (value: unknown) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
    const now = Math.floor(Date.now() / 1000);
    const common = { iss: issuer, aud: "client", sub: "someone" };
    switch (path) {
      case "/.well-known/openid-configuration":
        return json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          end_session_endpoint: `${issuer}/end`,
          jwks_uri: `${issuer}/jwks`,
          authorization_response_iss_parameter_supported: true,
        });
      case "/jwks":
        return json({
          keys: [
            Object.assign(own.publicKey.export({ format: "jwk" }), { kid: "key", use: "sig", alg: "RS256" }),
          ],
        });
      case "/token": {
        const right = Object.assign({ iat: now, exp: now + 600, nonce, acr: "eidas1-mfa" }, common);
        const key = { right: own.privateKey, none: null, another_key: other.privateKey }[
          script.signature ?? "right"
        ];
        const idToken = jwt(script.idToken?.(right) ?? right, key);
        return json({ access_token: "access", token_type: "Bearer", id_token: idToken });
      }
      default: {
        const right = Object.assign({ given_name: "Ali", usual_name: "Marchand" }, common);
        const claims = script.userinfo?.(right) ?? right;
        if (script.userinfoSignature === "plain_json") return json(claims);
        const key = script.userinfoSignature === "another_key" ? other.privateKey : own.privateKey;
        return response.writeHead(200, { "Content-Type": "application/jwt" }).end(jwt(claims, key));
      }
    }
  }

  return provider;
}
