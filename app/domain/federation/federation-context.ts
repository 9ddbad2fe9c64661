import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { IdentityProviders, Provider } from "./identity-provider.ts";
import type { PupilNumbers } from "./pupil-numbers.ts";

export interface FederationContext extends UseCaseContext {
  secrets: SecretBox;
  links: LinkSigner;
  providers: IdentityProviders;
  pupilNumbers: PupilNumbers;
}

/** A browser on its way through a federation, known by the secret in its cookie. */
export interface Visit {
  provider: Provider;
  browser: string;
}
