import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { Refusal } from "../forms/refusal.ts";

interface EnrolmentFormProps {
  /** Base32, for whoever types it. */
  secret: string;
  sealed: string;
  qrCode: { size: number; path: string };
  refusal: Refusal | undefined;
}

/** What scanners ask to be left white around a code, in modules. */
const QUIET_ZONE = 4;

/** Three steps on one page: an application, the QR code, the first code. */
export function EnrolmentForm({ secret, sealed, qrCode, refusal }: EnrolmentFormProps) {
  const side = qrCode.size + 2 * QUIET_ZONE;
  const spelt = secret.match(/.{1,4}/g)?.join(" ") ?? secret;
  return (
    <>
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      <ol className="enrolment">
        <li>
          Installez une application d’authentification sur votre téléphone, si vous n’en avez pas (FreeOTP,
          Google Authenticator, Microsoft Authenticator…).
        </li>
        <li>
          Dans l’application, ajoutez un compte et visez ce code avec l’appareil photo.
          <svg
            className="enrolment__code"
            role="img"
            aria-label="Code QR à viser avec l’application. La clé à recopier est écrite dessous."
            viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
            shapeRendering="crispEdges"
          >
            <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
            <path d={qrCode.path} fill="#000" />
          </svg>
          <p>
            Impossible de viser&nbsp;? Recopiez cette clé&nbsp;: <code>{spelt}</code>
          </p>
        </li>
        <li>Recopiez le code à six chiffres que l’application affiche.</li>
      </ol>
      <SubmitForm mandatory="one">
        <HiddenField name="sealed" value={sealed} />
        <TextField
          name="code"
          label="Code de vérification"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          error={refusal?.errors.code?.[0]}
        />
        <SubmitButton>Vérifier</SubmitButton>
      </SubmitForm>
    </>
  );
}
