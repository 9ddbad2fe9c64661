import type { AgreementRemark } from "#app/domain/agreements/agreement-view.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import type { AgreementReader } from "../messages/agreements.ts";
import { ADDRESSEE_LABELS, remarkFieldLabel } from "../messages/agreements.ts";
import { StatusBadge } from "../components/status-badge.tsx";

/** What the teacher asked to change: to whom, about what, and whether it was answered. */
export function AgreementRemarks({
  remarks,
  reader,
}: {
  remarks: readonly AgreementRemark[];
  reader: AgreementReader;
}) {
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarques">
      <h2 id="remarques">Modifications demandées</h2>
      <ul className="remarks">
        {remarks.map((remark) => (
          <li key={remark.id} className={remark.resolvedAt ? "remark remark--answered" : "remark"}>
            <p className="remark__head">
              <StatusBadge tone={remark.resolvedAt ? "success" : "warning"}>
                {remark.resolvedAt ? "Répondu" : "En attente"}
              </StatusBadge>{" "}
              {remarkFieldLabel(remark.field)}
              {remark.resolvedAt ? null : ` · à modifier par ${whom(remark, reader)}`}
            </p>
            <p className="remark__comment">{remark.comment}</p>
            <p className="remark__date">
              Demandé{by(remark.authorName)} le {frenchDateTime(remark.createdAt)}
              {remark.resolvedAt ? (
                <>
                  <br />
                  Modifié{by(remark.resolvedByName ?? whom(remark, reader))} le{" "}
                  {frenchDateTime(remark.resolvedAt)}
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whom({ addressee }: AgreementRemark, reader: AgreementReader): string {
  return addressee === reader ? "vous" : ADDRESSEE_LABELS[addressee].toLowerCase();
}

function by(name: string | null): string {
  return name ? ` par ${name},` : "";
}
