import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { asksSomething } from "../search/search-link.ts";
import { opensTo, useShellData } from "../shell/shell-data.ts";

interface SaveSearchProps {
  current: URLSearchParams;
  /** The words that find something, when those typed find nothing. */
  corrected: { used: string } | null;
  /** Why one would, said before. */
  reason?: string;
}

/** Under the results of a search: be told of the offers to come. Without a pupil's account, how to get there. */
export function SaveSearch({ current, corrected, reason }: SaveSearchProps) {
  const { viewer } = useShellData();
  const search = withoutPage(current);
  if (corrected) search.set("q", corrected.used);
  if (!asksSomething(search)) return null;
  if (!viewer)
    return (
      <p className="save-search">
        {reason ? `${reason} ` : ""}
        <Link
          className="save-search__way fr-icon-notification-3-line"
          to={paths.signIn({ retour: paths.offers(search) })}
        >
          <span className="save-search__text">Se connecter pour créer une alerte</span>
        </Link>
      </p>
    );
  if (!opensTo(viewer, "pupil")) return null;
  return (
    <SubmitForm className="save-search" action={paths.pupil.alerts()}>
      {reason ? <p>{reason}</p> : null}
      <HiddenField name="recherche" value={search.toString()} />
      <SubmitButton
        intent="create"
        variant={reason ? "primary" : "tertiary"}
        size="sm"
        icon="fr-icon-notification-3-line"
      >
        <span className="save-search__text">Créer une alerte</span>
      </SubmitButton>
    </SubmitForm>
  );
}

/** How the results are shown is no part of what is looked for. */
const SHOWN_ONLY = new Set(["curseur", "tri", "vue"]);

function withoutPage(current: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...current].filter(([name, value]) => value !== "" && !SHOWN_ONLY.has(name)));
}
