import { Link } from "@remix-run/react";

import { paths, type DoneCode } from "#app/paths.ts";
import { Notice } from "../../components/notice.tsx";

interface ApplyNoticeProps {
  /** What has just been done, from the address. */
  done: DoneCode<"apply"> | null;
  offerId: string;
  /** A letter sent before is shown in place of the draft. */
  reused: boolean;
}

/** Where the text that is shown comes from, and what to do with it. */
export function ApplyNotice({ done, offerId, reused }: ApplyNoticeProps) {
  if (reused)
    return (
      <Notice title="Vous repartez d’une lettre déjà envoyée" live>
        <p>
          Relisez-la et adaptez-la à cette offre&nbsp;: le métier, le lieu, ce que vous aimeriez voir ici.{" "}
          <Link to={paths.apply(offerId)}>Revenir à mon texte</Link>
        </p>
      </Notice>
    );
  switch (done) {
    case "composee":
      return (
        <Notice tone="success" title="Votre lettre est composée" live>
          <p>
            Relisez-la, changez ce que vous voulez, puis <a href="#motivation">envoyez-la</a>.
          </p>
        </Notice>
      );
    case "brouillon":
      return (
        <Notice tone="success" title="Brouillon enregistré" live>
          <p>Vous le retrouverez ici et dans votre espace. L’employeur ne le voit pas.</p>
        </Notice>
      );
    case null:
      return null;
  }
}
