import type { KeptReport } from "#app/domain/schools/imports/school-import.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { DataList } from "../components/data-list.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { Notice } from "../components/notice.tsx";
import { listSome } from "../messages/administration/csv-files.ts";
import { SKIP_REASONS } from "../messages/administration/school-imports.ts";

/** What an import came to: figures first, then what is to be looked at. */
export function SchoolImportReport({ report }: { report: KeptReport }) {
  const refused = report.skipped.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Notice
        tone="success"
        title={`${plural(report.created, "établissement créé", "établissements créés")}, ${plural(report.updated, "modifié")}, ${plural(report.unchanged, "inchangé")}`}
      />
      <section aria-labelledby="rapport">
        <h2 id="rapport">Rapport</h2>
        <DataList
          items={[
            { term: "Lignes lues", details: frenchNumber(report.read) },
            { term: "Concernés par le stage", details: frenchNumber(report.concerned) },
            { term: "Lignes écartées", details: frenchNumber(refused) },
            {
              term: "Placés au centre de leur commune, faute de coordonnées sûres",
              details: frenchNumber(report.approximate),
            },
            {
              term: "Déjà connus et absents de ce fichier, laissés tels quels",
              details: frenchNumber(report.absent),
            },
          ]}
        />
        <Skipped skipped={report.skipped} />
        <Misplaced report={report} />
        <Duplicates report={report} />
        <Enrolment enrolment={report.enrolment} />
      </section>
    </>
  );
}

function Skipped({ skipped }: Pick<KeptReport, "skipped">) {
  if (skipped.length === 0) return null;
  return (
    <Disclosure title="Lignes écartées, avec la raison" open>
      <ul>
        {skipped.map(({ reason, count, lines }) => (
          <li key={reason}>
            {typeset(`${SKIP_REASONS[reason]} : ${frenchNumber(count)} (lignes ${listSome(lines, count)})`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Misplaced({ report: { misplaced, misplacedCount, unplaced } }: { report: KeptReport }) {
  if (misplacedCount + unplaced.length === 0) return null;
  const hidden = misplacedCount - misplaced.length;
  return (
    <Disclosure title="Coordonnées suspectes" open>
      <ul>
        {misplaced.map(({ uai, town, km }) => (
          <li key={uai}>
            {typeset(
              km === null
                ? `${uai}, ${town} : des coordonnées qui n’en sont pas`
                : `${uai}, ${town} : à ${frenchNumber(km)} km de sa commune d’après l’annuaire`,
            )}
          </li>
        ))}
        {hidden > 0 ? <li>et {frenchNumber(hidden)} de plus</li> : null}
        {unplaced.length > 0 ? <li>{typeset(`Sans aucune position : ${listSome(unplaced)}`)}</li> : null}
      </ul>
    </Disclosure>
  );
}

function Duplicates({ report: { duplicates, duplicateCount } }: { report: KeptReport }) {
  if (duplicateCount === 0) return null;
  return (
    <Disclosure
      title={plural(duplicateCount, "UAI présent sur plusieurs lignes", "UAI présents sur plusieurs lignes")}
    >
      <ul>
        {duplicates.map(({ uai, kept, others }) => (
          <li key={uai}>{typeset(`${uai} : gardé « ${kept} » ; écarté ${others.join(" ; ")}`)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Enrolment({ enrolment }: Pick<KeptReport, "enrolment">) {
  if (!enrolment) return null;
  const { read, updated, unchanged, unknown, badLines } = enrolment;
  return (
    <Disclosure title="Effectifs de seconde" open>
      <ul>
        <li>
          {plural(read, "ligne lue", "lignes lues")}, {plural(updated, "mise à jour", "mises à jour")},{" "}
          {plural(unchanged, "inchangée")}
        </li>
        {unknown.length > 0 ? <li>{typeset(`UAI inconnus de l’annuaire : ${listSome(unknown)}`)}</li> : null}
        {badLines.length > 0 ? (
          <li>{typeset(`Valeurs inutilisables aux lignes ${listSome(badLines)}`)}</li>
        ) : null}
      </ul>
    </Disclosure>
  );
}
