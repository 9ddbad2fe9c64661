import { EmptyState } from "../components/empty-state.tsx";
import { searchLink, withoutPlace } from "./search-link.ts";

interface UnknownPlaceProps {
  current: URLSearchParams;
  typed: string;
  /** Labels of the places that look like it. */
  guesses?: readonly string[];
}

const MOST_GUESSES = 5;

/** Nothing could be searched: what may have been meant, how a place is typed, and how to do without one. */
export function UnknownPlace({ current, typed, guesses = [] }: UnknownPlaceProps) {
  const everywhere = withoutPlace(current);
  return (
    <EmptyState
      title={`Où se trouve « ${typed} » ?`}
      suggestions={[
        ...guesses.slice(0, MOST_GUESSES).map((label) => ({
          to: searchLink(current, { lieu: label, lat: null, lon: null }),
          label: `Vouliez-vous dire ${label} ?`,
        })),
        {
          to: searchLink(current, { ...everywhere, vue: null }),
          label: "Chercher dans toute la France",
        },
        {
          to: searchLink(current, { ...everywhere, vue: "carte" }),
          label: "Choisir un endroit sur la carte",
        },
      ]}
    >
      <p>
        Écrivez une commune («&nbsp;Rennes&nbsp;»), un code postal («&nbsp;97430&nbsp;»), un département ou
        une région, un lycée, ou une adresse avec sa ville («&nbsp;12 rue de Nemours, Rennes&nbsp;»).
      </p>
      <p>Vous pouvez aussi commencer sans lieu&nbsp;:</p>
    </EmptyState>
  );
}
