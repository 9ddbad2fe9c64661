import type { RosterReport } from "#app/domain/roster/roster-import.ts";
import { plural } from "#app/kernel/text.ts";
import { DataList } from "../../components/data-list.tsx";
import { Notice } from "../../components/notice.tsx";
import { RosterProblemTable } from "./roster-problem-table.tsx";

interface RosterReportProps {
  id: string;
  report: RosterReport;
}

/** What an import has changed: figures, then what is left to correct in the file. */
export function RosterReportView({ id, report }: RosterReportProps) {
  const { counts, problems, withdrawn } = report;
  const items = [
    { term: "Nouveaux élèves", details: counts.added },
    { term: "Changements de classe", details: counts.moved },
    { term: "Élèves dont les données ont changé", details: counts.changed },
    { term: "Élèves sans changement", details: counts.unchanged },
    { term: "Élèves partis", details: counts.gone },
    { term: "Candidatures retirées avec eux", details: withdrawn },
    { term: "Classes ouvertes", details: counts.classes },
    { term: "Professeurs affectés à une classe", details: counts.teachers },
    { term: "Lignes laissées de côté", details: counts.setAside },
    { term: "Lignes d’autres niveaux, laissées de côté", details: counts.otherLevels },
  ];
  return (
    <>
      <Notice
        tone="success"
        title={`${plural(counts.added, "nouvel élève", "nouveaux élèves")}, ${plural(counts.moved + counts.changed, "modifié")}, ${plural(counts.unchanged, "inchangé")}`}
      >
        <p>Le fichier est effacé.</p>
      </Notice>
      <section aria-labelledby="rapport">
        <h2 id="rapport">Rapport</h2>
        <DataList items={items} />
      </section>
      <RosterProblemTable id={id} problems={problems} count={counts.problems} />
    </>
  );
}
