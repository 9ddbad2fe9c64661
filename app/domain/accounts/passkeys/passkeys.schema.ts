import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { DEFAULT_PASSKEY_LABEL, PASSKEY_LABEL_MAX } from "./passkey.ts";

const encoded = z.base64url().min(1).max(10_000);
const answer = { id: encoded, rawId: encoded, type: z.literal("public-key") };
const extensions = z.record(z.string(), z.unknown()).default({});

const NO_ANSWER =
  "Votre navigateur n’a rien envoyé. Les clés d’accès demandent JavaScript et un appareil récent.";

/** What the browser answers, as JSON in a field of the form. */
const parsedJson = z
  .string({ error: NO_ANSWER })
  .min(1, NO_ANSWER)
  .max(20_000, NO_ANSWER)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue(NO_ANSWER);
      return z.NEVER;
    }
  });

const authentication = z.object(
  {
    ...answer,
    response: z.object({
      clientDataJSON: encoded,
      authenticatorData: encoded,
      signature: encoded,
      userHandle: encoded.optional(),
    }),
    clientExtensionResults: extensions,
  },
  { error: NO_ANSWER },
);

const registration = z.object(
  {
    ...answer,
    response: z.object({ clientDataJSON: encoded, attestationObject: encoded }),
    clientExtensionResults: extensions,
  },
  { error: NO_ANSWER },
);

export const enterWithPasskeySchema = z.object({
  response: parsedJson.pipe(authentication).transform((sent) => sent as AuthenticationResponseJSON),
});

export const addPasskeySchema = z.object({
  label: typedText()
    .max(PASSKEY_LABEL_MAX, `Gardez ${PASSKEY_LABEL_MAX} caractères au plus.`)
    .optional()
    .transform((label) => label || DEFAULT_PASSKEY_LABEL),
  response: parsedJson.pipe(registration).transform((sent) => sent as RegistrationResponseJSON),
});
