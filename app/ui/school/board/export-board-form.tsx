import { paths } from "#app/paths.ts";
import { ButtonRow } from "../../components/button-link.tsx";
import { SubmitForm } from "../../components/form.tsx";

/** Takes the lines shown away as a file, whichever page they are on. */
export function ExportBoardForm({ query }: { query: Parameters<typeof paths.school.boardExport>[0] }) {
  return (
    <SubmitForm reloadDocument action={paths.school.boardExport(query)} className="board-export">
      <p className="board-table__more" id="export-note">
        Les élèves de cette liste, toutes pages comprises. Chaque export est noté dans le journal des accès.
      </p>
      <ButtonRow>
        <FormatButton format="xlsx">Exporter (Excel, LibreOffice)</FormatButton>
        <FormatButton format="csv">Exporter en CSV</FormatButton>
      </ButtonRow>
    </SubmitForm>
  );
}

function FormatButton({ format, children }: { format: "xlsx" | "csv"; children: string }) {
  return (
    <button
      type="submit"
      name="format"
      value={format}
      className="fr-btn fr-btn--tertiary fr-btn--sm"
      aria-describedby="export-note"
    >
      {children}
    </button>
  );
}
