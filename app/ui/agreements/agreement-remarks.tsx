import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import type { AgreementReader } from "../messages/agreements.ts";
import { ADDRESSEE_LABELS, remarkFieldLabel } from "../messages/agreements.ts";
import { StatusBadge } from "../components/status-badge.tsx";

export interface ToldRemark {
  id: string;
  field: string | null;
  addressee: "host" | "school";
  comment: string;
  createdAt: Date;
  resolvedAt: Date | null;
}

/** What the teacher asked to change: to whom, about what, and whether it was answered. */
export function AgreementRemarks({
  remarks,
  reader,
}: {
  remarks: readonly ToldRemark[];
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
              {remarkFieldLabel(remark.field)} · à modifier par{" "}
              {remark.addressee === reader ? "vous" : ADDRESSEE_LABELS[remark.addressee].toLowerCase()}
            </p>
            <p className="remark__comment">{remark.comment}</p>
            <p className="remark__date">Le {frenchDateTime(remark.createdAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
