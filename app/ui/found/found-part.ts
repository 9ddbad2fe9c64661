import type { AgreementRemark } from "#app/domain/agreements/agreement-view.ts";
import type { AgreementChecks } from "#app/domain/agreements/content/agreement-checks.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";

/** The agreement as the holder of the link reads it: of the pupil, the first name alone. */
export interface FoundPart {
  content: AgreementContent;
  contentHash: string;
  checks: AgreementChecks;
  remarks: AgreementRemark[];
  mayFill: boolean;
  hasPdf: boolean;
}
