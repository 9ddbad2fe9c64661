import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Notice } from "../../components/notice.tsx";

/** Tells a pupil who lost a place that the school keeps others for them. */
export function HeldSeatsNotice({ held }: { held: number }) {
  if (held === 0) return null;
  return (
    <Notice title={held > 1 ? `${held} places sont gardées pour vous` : "Une place est gardée pour vous"}>
      <p>
        Votre lycée {held > 1 ? "les" : "la"} garde pendant deux jours, le temps de candidater.{" "}
        <Link to={paths.pupil.heldSeats()}>{held > 1 ? "Voir ces places" : "Voir cette place"}</Link>
      </p>
    </Notice>
  );
}
