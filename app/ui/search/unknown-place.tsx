import { EmptyState } from "../components/empty-state.tsx";
import { searchLink, withoutPlace } from "./search-link.ts";

/** Nothing could be searched: how a place is typed, and how to do without one. */
export function UnknownPlace({ current, typed }: { current: URLSearchParams; typed: string }) {
  const everywhere = withoutPlace(current);
  return (
    <EmptyState
      title={`Où se trouve « ${typed} » ?`}
      suggestions={[
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
        Écrivez une commune («&nbsp;Rennes&nbsp;»), un code postal («&nbsp;97430&nbsp;»), un lycée ou une
        adresse avec sa ville («&nbsp;12 rue de Nemours, Rennes&nbsp;»).
      </p>
      <p>Vous pouvez aussi commencer sans lieu&nbsp;:</p>
    </EmptyState>
  );
}
