import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { SubmitButton } from "../../components/form.tsx";

/** Writes to the pupils ticked above, or to all of this page: what each will read is shown first. */
export function ChosenPupils({ lines }: { lines: readonly BoardLine[] }) {
  const all = new URLSearchParams(lines.map(({ id }) => ["choix", id]));
  return (
    <div className="chosen-pupils">
      <p className="board-table__more">
        Cochez des élèves pour leur envoyer un mot d’encouragement. Vous relirez chaque message avant l’envoi.
      </p>
      <ButtonRow>
        <SubmitButton variant="secondary" size="sm">
          Écrire aux élèves cochés
        </SubmitButton>
        <ButtonLink to={paths.school.reminders(all)} variant="tertiary" size="sm">
          {lines.length > 1
            ? `Écrire aux ${plural(lines.length, "élève")} de cette page`
            : "Écrire à cet élève"}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
