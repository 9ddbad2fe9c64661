import { Link } from "@remix-run/react";

import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { FamilyPictogram } from "./pictogram.tsx";

export interface FamilyShown {
  slug: string;
  label: string;
  /** Open offers of the whole country; null when they are not counted. */
  offers: number | null;
}

/** The families of trades, each with its drawing: a search of the country to begin with. */
export function FamilyLinks({ families }: { families: readonly FamilyShown[] }) {
  return (
    <ul className="family-links">
      {families.map(({ slug, label, offers }) => (
        <li className="family-links__item fr-enlarge-link" key={slug}>
          <FamilyPictogram family={slug} />
          <span>
            <Link to={paths.offers({ famille: slug })}>{label}</Link>
            {offers === null ? null : <span className="family-links__count">{plural(offers, "offre")}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
