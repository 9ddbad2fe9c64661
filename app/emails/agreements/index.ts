import { agreementCancelled } from "./agreement-cancelled.tsx";
import { agreementChangesRequested } from "./agreement-changes-requested.tsx";
import { agreementSigned } from "./agreement-signed.tsx";
import { agreementToComplete } from "./agreement-to-complete.tsx";
import { agreementToSign } from "./agreement-to-sign.tsx";
import { agreementToValidate } from "./agreement-to-validate.tsx";
import { agreementValidationTakenBack } from "./agreement-validation-taken-back.tsx";
import { agreementValidated } from "./agreement-validated.tsx";

export const agreementEmails = [
  agreementCancelled,
  agreementChangesRequested,
  agreementSigned,
  agreementToComplete,
  agreementToSign,
  agreementToValidate,
  agreementValidated,
  agreementValidationTakenBack,
];
