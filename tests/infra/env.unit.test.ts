import fs from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { ENV_VARIABLES, InvalidEnvironment, readDatabaseEnv, readEnv } from "#app/infra/env.server.ts";
import { PRODUCTION } from "#tests/support/production-settings.ts";

function refusal(source: Record<string, string | undefined>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.message;
    throw error;
  }
  return "";
}

describe("the configuration", () => {
  it("takes production for granted when no mode is told", () => {
    expect(readEnv({ ...PRODUCTION, SERVICE_MODE: undefined })).toMatchObject({
      SERVICE_MODE: "production",
      PORT: 3000,
      PUBLIC_URL: "https://stages.example.fr",
    });
  });

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://elsewhere"],
    ["PORT", "99999"],
    ["RESEND_API_KEY", undefined],
    ["RESEND_API_KEY", "  "],
    ["RESEND_WEBHOOK_SECRET", undefined],
    ["RESEND_WEBHOOK_SECRET", "secret"],
    ["MAIL_REQUESTS_PER_SECOND", "0"],
    ["LINK_SECRET", undefined],
    ["LINK_SECRET", "too short"],
    ["ENCRYPTION_KEY", undefined],
    ["ENCRYPTION_KEY", "ZGVtb25zdHJhdGlvbi1vbmx5LWtleS0wMDAwLTAwMDA="],
    ["ENCRYPTION_KEY", "c2l4dGVlbiBieXRlcyBrLg=="],
    ["ENCRYPTION_KEY_PREVIOUS", "too short"],
    ["RESEND_BASE_URL", "http://127.0.0.1:9"],
    ["MAP_TILES_URL", "http://127.0.0.1:9/{z}/{x}/{y}.png"],
    ["PUBLIC_URL", "http://stages.example.fr"],
    ["PUBLIC_URL", undefined],
    ["MAIL_FROM", undefined],
    ["MAIL_REPLY_TO", undefined],
    ["TRUSTED_PROXIES", undefined],
    ["TRUSTED_PROXIES", ""],
    ["LEGAL_PUBLISHER", undefined],
    ["LEGAL_HOST", " "],
    ["CONTACT_EMAIL", undefined],
    ["CONTACT_EMAIL", "contact@example.org"],
    ["LINK_SECRET_PREVIOUS", "too short"],
    ["SERVICE_MODE", "prod"],
    ["ACADEMIE_ISSUER", "http://localhost:4000"],
    ["ACADEMIE_ISSUER", "https://sso.example.fr"],
    ["PUPIL_NUMBER_KEY", "too short"],
  ])("refuses production with %s = %s, and names the variable", (name, value) => {
    expect(refusal({ ...PRODUCTION, [name]: value })).toContain(name);
  });

  it("wants a federation told in whole, and the key of pupil numbers with EduConnect", () => {
    const educonnect = {
      EDUCONNECT_ISSUER: "https://educonnect.example.fr",
      EDUCONNECT_CLIENT_ID: "stage",
    };
    const sentence = refusal({ ...PRODUCTION, ...educonnect });
    for (const name of ["EDUCONNECT_CLIENT_SECRET", "PUPIL_NUMBER_KEY"]) expect(sentence).toContain(name);
    const PUPIL_NUMBER_KEY = Buffer.alloc(32, 7).toString("base64");
    const whole = { ...PRODUCTION, ...educonnect, EDUCONNECT_CLIENT_SECRET: "secret", PUPIL_NUMBER_KEY };
    expect(refusal(whole)).toBe("");
  });

  it("names every variable at fault at once", () => {
    const sentence = refusal({ ...PRODUCTION, PUBLIC_URL: undefined, RESEND_API_KEY: undefined });
    expect(sentence).toContain("PUBLIC_URL");
    expect(sentence).toContain("RESEND_API_KEY");
  });

  it("tells in French all that is missing, from nothing at all", () => {
    const told = refusal({})
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
    expect(told.map((line) => line.split(" : ")[0])).toEqual(
      expect.arrayContaining([
        "DATABASE_URL",
        "TRUSTED_PROXIES",
        "PUBLIC_URL",
        "RESEND_API_KEY",
        "RESEND_WEBHOOK_SECRET",
        "LINK_SECRET",
        "ENCRYPTION_KEY",
        "MAIL_FROM",
        "MAIL_REPLY_TO",
        "LEGAL_PUBLISHER",
        "LEGAL_HOST",
        "CONTACT_EMAIL",
      ]),
    );
    for (const line of told) expect(line).toMatch(/obligatoire/);
    expect(refusal({ ...PRODUCTION, PORT: "abc", LOG_LEVEL: "loud" })).not.toMatch(
      /invalid (input|option)|expected/i,
    );
  });

  it("asks those who work on the database alone for the database alone", () => {
    const { DATABASE_URL } = PRODUCTION;
    expect(readDatabaseEnv({ DATABASE_URL })).toEqual({ DATABASE_URL, SERVICE_MODE: "production" });
    expect(() => readDatabaseEnv({})).toThrow(/DATABASE_URL : obligatoire/);
  });

  it("asks less of the demonstration", () => {
    expect(
      readEnv({ SERVICE_MODE: "demonstration", DATABASE_URL: PRODUCTION.DATABASE_URL, PORT: "4000" })
        .PUBLIC_URL,
    ).toBe("http://localhost:4000");
  });
});

describe("the example of an environment (.env.example)", () => {
  const example: Record<string, string | undefined> = parseEnv(fs.readFileSync(".env.example", "utf8"));

  it("names every variable that the service reads, and no other", () => {
    expect(Object.keys(example).sort()).toEqual([...ENV_VARIABLES].sort());
  });

  it("holds no secret and no address of others: production refuses just what its operator has to fill in", () => {
    const refused = refusal(example)
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(" : ")[0] ?? "");
    expect(refused.sort()).toEqual(
      "CONTACT_EMAIL ENCRYPTION_KEY LEGAL_HOST LEGAL_PUBLISHER LINK_SECRET MAIL_FROM MAIL_REPLY_TO RESEND_API_KEY RESEND_WEBHOOK_SECRET".split(
        " ",
      ),
    );
    expect(refused.filter((name) => example[name] !== "")).toEqual([]);
  });

  it("starts production once these are filled in", () => {
    const told = Object.entries(example).filter(([, value]) => value !== "");
    expect(readEnv({ ...PRODUCTION, ...Object.fromEntries(told) }).SERVICE_MODE).toBe("production");
  });

  it("tells of the same variables as the README", () => {
    const readme = fs.readFileSync("README.md", "utf8");
    expect(ENV_VARIABLES.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
