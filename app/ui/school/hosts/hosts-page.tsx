import {
  OPINIONS_SHOWN_FROM,
  type HostFilters,
  type HostYear,
  type RememberedHost,
} from "#app/domain/host-memory/host-memory.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SubmitForm } from "../../components/form.tsx";
import { NextPageLink } from "../../components/next-page-link.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { schoolTrail } from "../school-trail.ts";
import { HostFiltersForm } from "./host-filters-form.tsx";
import { HostNotes } from "./host-notes.tsx";

interface HostsPageProps {
  hosts: RememberedHost[];
  nextCursor: string | null;
  schoolYears: string[];
  filters: HostFilters;
  isFirst: boolean;
  done: DoneCode<"hosts"> | null;
  refusal: Refusal | undefined;
}

/** What a school remembers of the hosts that took its pupils: counts and notes, no pupil. */
export function HostsPage({
  hosts,
  nextCursor,
  schoolYears,
  filters,
  isFirst,
  done,
  refusal,
}: HostsPageProps) {
  const query = { q: filters.words || undefined, annee: filters.schoolYear ?? undefined };
  return (
    <Page>
      <PageHeader
        title="Les structures qui nous accueillent"
        lead="D’une année à l’autre : combien d’élèves, quelles semaines, ce que l’équipe en retient. Aucun élève n’est nommé ici."
        trail={schoolTrail}
      />
      <DoneNotice page="hosts" done={refusal ? null : done} />
      <RefusalNotice refusal={refusal} />
      <HostFiltersForm filters={filters} schoolYears={schoolYears} />
      {hosts.length === 0 ? (
        <EmptyState title="Aucune structure à montrer">
          <p>
            {query.q || query.annee
              ? "Aucune structure ne répond à ces mots. Essayez avec moins de mots, ou toutes les années."
              : "Dès qu’un stage est confirmé, sa structure paraît ici, et elle y reste d’une année à l’autre."}
          </p>
        </EmptyState>
      ) : (
        <>
          <ul className="pupil-file__list">
            {hosts.map((host) => (
              <Host
                key={`${host.siret}${host.schoolUai}`}
                host={host}
                severalSchools={hosts.some(({ schoolUai }) => schoolUai !== host.schoolUai)}
                refusal={refusal}
              />
            ))}
          </ul>
          <NextPageLink
            to={nextCursor ? paths.school.hosts({ ...query, curseur: nextCursor }) : null}
            firstPage={isFirst ? null : paths.school.hosts(query)}
          />
          <SubmitForm reloadDocument action={paths.school.hostsExport(query)}>
            <p className="fr-hint-text" id="export-note">
              Les structures de cette liste, toutes pages comprises. Chaque export est noté dans le journal
              des accès.
            </p>
            <button
              type="submit"
              className="fr-btn fr-btn--tertiary fr-btn--sm"
              aria-describedby="export-note"
            >
              Exporter en CSV
            </button>
          </SubmitForm>
        </>
      )}
    </Page>
  );
}

function Host({
  host,
  severalSchools,
  refusal,
}: {
  host: RememberedHost;
  severalSchools: boolean;
  refusal: Refusal | undefined;
}) {
  const { name, postcode, town, siret, offerTitles, years, schoolName } = host;
  const id = `structure-${siret}-${host.schoolUai}`;
  return (
    <li className="pupil-file__item">
      <h2 className="pupil-file__title" id={id}>
        {name}
      </h2>
      <p className="pupil-file__more">
        {postcode} {town}
        {severalSchools ? ` · ${schoolName}` : null}
      </p>
      {years.map((year) => (
        <p key={year.schoolYear}>{yearText(year)}</p>
      ))}
      {offerTitles.length > 0 ? <p>Offres&nbsp;: {offerTitles.join(" · ")}</p> : null}
      <p>{opinionText(host)}</p>
      <HostNotes host={host} describedBy={id} refusal={refusal} />
    </li>
  );
}

/** "2026-2027 : 3 élèves (semaine 1 : 3, semaine 2 : 2)": a week without anybody is not told. */
function yearText({ schoolYear, pupils, week1, week2 }: HostYear): string {
  const weeks = [
    week1 > 0 ? `semaine 1\u00a0: ${week1}` : null,
    week2 > 0 ? `semaine 2\u00a0: ${week2}` : null,
  ].filter(Boolean);
  return `${schoolYear}\u00a0: ${plural(pupils, "élève")}${weeks.length > 0 ? ` (${weeks.join(", ")})` : ""}`;
}

function opinionText({ welcomed, again, opinions }: RememberedHost): string {
  if (welcomed === null && again === null)
    return opinions === 0
      ? "Aucun avis donné pour l’instant."
      : `Moins de ${OPINIONS_SHOWN_FROM} avis\u00a0: aucun chiffre n’est montré, pour que personne ne soit reconnu.`;
  const parts = [
    welcomed === null ? null : `accueil ${frenchNumber(welcomed)} sur 4, selon ${plural(opinions, "élève")}`,
    again === null ? null : `envie d’accueillir encore ${frenchNumber(again)} sur 4, selon la structure`,
  ];
  return `Avis\u00a0: ${parts.filter(Boolean).join(" · ")}.`;
}
