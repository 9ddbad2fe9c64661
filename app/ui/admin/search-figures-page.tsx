import { frenchNumber } from "#app/kernel/french-number.ts";
import { Link } from "@remix-run/react";
import {
  FEWEST_SHOWN,
  FIGURE_LISTS,
  FIGURES_DAYS,
  type FigureList,
} from "#app/domain/discovery/search-figures.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { figureText } from "../messages/administration/search-figures.ts";
import { adminTrail } from "./admin-trail.ts";

interface SearchFiguresPageProps {
  list: FigureList;
  page: number;
  hasNext: boolean;
  figures: readonly { value: string; name: string; searches: number; empty: number }[];
  totals: { searches: number; empty: number; unknown: number };
}

/** What is searched, and what finds nothing: where synonyms and hosts are missing. */
export function SearchFiguresPage({ list, page, hasNext, figures, totals }: SearchFiguresPageProps) {
  const { query, label, column } = figureText(list);
  const link = (number: number) =>
    paths.admin.searches({ liste: query, ...(number > 1 ? { page: String(number) } : {}) });
  return (
    <Page>
      <PageHeader
        title="Recherches"
        trail={adminTrail}
        lead={`Ce qui est cherché depuis ${FIGURES_DAYS}\u00a0jours, sans savoir par qui. Ce qui l’a été moins de ${FEWEST_SHOWN}\u00a0fois n’est pas montré.`}
      />
      <p>
        {plural(totals.searches, "recherche")}, dont {plural(totals.empty, "sans résultat", "sans résultat")}{" "}
        et {frenchNumber(totals.unknown)} avec un mot qu’aucune offre ne contient.
      </p>
      <nav aria-label="Classements">
        <ul className="inline-links">
          {FIGURE_LISTS.map((one) => (
            <li key={one}>
              <Link
                to={paths.admin.searches({ liste: figureText(one).query })}
                aria-current={one === list ? "page" : undefined}
              >
                {figureText(one).label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="classement">
        <h2 id="classement">{label}</h2>
        {figures.length > 0 ? (
          <FigureTable label={label} column={column} figures={figures} />
        ) : (
          <EmptyState title="Rien à montrer pour l’instant" level={3}>
            <p>Il faut au moins {FEWEST_SHOWN} recherches pour qu’une ligne paraisse.</p>
          </EmptyState>
        )}
      </section>
      <NextPageLink to={hasNext ? link(page + 1) : null} firstPage={page > 1 ? link(1) : null} />
    </Page>
  );
}

interface FigureTableProps extends Pick<SearchFiguresPageProps, "figures"> {
  label: string;
  column: string;
}

function FigureTable({ label, column, figures }: FigureTableProps) {
  return (
    <div className="table-scroll">
      <table className="school-table">
        <caption className="fr-sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">Recherches</th>
            <th scope="col">Sans résultat</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ value, name, searches, empty }) => (
            <tr key={value}>
              <th scope="row">{name}</th>
              <td>
                <span className="school-table__label">Recherches&nbsp;: </span>
                {frenchNumber(searches)}
              </td>
              <td>
                <span className="school-table__label">Sans résultat&nbsp;: </span>
                {empty > 0 ? frenchNumber(empty) : `moins de ${FEWEST_SHOWN}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
