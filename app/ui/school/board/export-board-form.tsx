import { paths } from "#app/paths.ts";
import { SubmitForm } from "../../components/form.tsx";

/** Takes the lines shown away as a file, whichever page they are on. */
export function ExportBoardForm({ query }: { query: Parameters<typeof paths.school.boardExport>[0] }) {
  return (
    <SubmitForm reloadDocument action={paths.school.boardExport(query)} className="board-export">
      <p className="board-table__more" id="export-note">
        Fichier CSV, pour un tableur. Chaque export est noté dans le journal des accès.
      </p>
      <button type="submit" className="fr-btn fr-btn--tertiary fr-btn--sm" aria-describedby="export-note">
        Exporter ces élèves
      </button>
    </SubmitForm>
  );
}
