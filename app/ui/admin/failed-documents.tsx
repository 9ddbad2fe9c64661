import type { FailedDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { plural } from "#app/kernel/text.ts";
import { Notice } from "../components/notice.tsx";

/** Agreements whose PDF is still to be made; nothing when all were. */
export function FailedDocuments({ documents }: { documents: readonly FailedDocument[] }) {
  if (documents.length === 0) return null;
  return (
    <Notice tone="warning" title="Des conventions n’ont pas pu être mises en PDF">
      <ul>
        {documents.map(({ agreementId, attempts }) => (
          <li key={agreementId}>
            Convention {agreementId}&nbsp;: {plural(attempts, "essai")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
