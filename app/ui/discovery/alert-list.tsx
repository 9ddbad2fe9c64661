import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { describeSearch } from "#app/domain/discovery/describe-search.ts";
import {
  searchQueryOf,
  type AlertFrequency,
  type SearchCriteria,
} from "#app/domain/discovery/saved-search.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { paths } from "#app/paths.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { FREQUENCY_OPTIONS } from "../messages/saved-searches.ts";
import { typeset } from "#app/kernel/typography.ts";

interface Alert {
  id: string;
  criteria: SearchCriteria;
  frequency: AlertFrequency;
  stopped: boolean;
  matches: { offerId: string; title: string; organisation: string; town: string }[];
}

interface AlertListProps {
  alerts: readonly Alert[];
  families: readonly SectorFamily[];
}

export function AlertList({ alerts, families }: AlertListProps) {
  if (alerts.length === 0)
    return (
      <EmptyState
        title="Aucune alerte pour l’instant"
        suggestions={[{ to: paths.offersFromSchool(), label: "Chercher un stage" }]}
      >
        <p>
          Faites une recherche, par exemple un lieu et un secteur, puis choisissez «&nbsp;Créer une
          alerte&nbsp;» au-dessus des résultats. Un message vous préviendra quand une offre paraîtra.
        </p>
      </EmptyState>
    );
  return (
    <ul className="application-list">
      {alerts.map((alert) => (
        <AlertItem key={alert.id} alert={alert} families={families} />
      ))}
    </ul>
  );
}

function AlertItem({ alert, families }: { alert: Alert; families: readonly SectorFamily[] }) {
  const { id, criteria, stopped } = alert;
  const titleId = `alerte-${id}`;
  return (
    <li className="application-list__item alert-item">
      <h2 className="application-list__title" id={titleId} tabIndex={-1}>
        <Link to={paths.offers(searchQueryOf(criteria))}>{typeset(describeSearch(criteria, families))}</Link>
      </h2>
      <p className="application-list__state">
        <StatusBadge tone={stopped ? "neutral" : "success"}>{stopped ? "Arrêtée" : "Active"}</StatusBadge>
      </p>
      <Matches matches={alert.matches} stopped={stopped} />
      {stopped ? null : <Frequency id={id} frequency={alert.frequency} titleId={titleId} />}
      <div className="alert-item__actions">
        <AlertForm id={id}>
          <SubmitButton
            intent={stopped ? "restart" : "stop"}
            variant="secondary"
            size="sm"
            describedBy={titleId}
          >
            {stopped ? "Reprendre" : "Arrêter"}
          </SubmitButton>
        </AlertForm>
        <Disclosure title="Supprimer">
          <p>Cette alerte et la liste des offres trouvées seront effacées.</p>
          <AlertForm id={id}>
            <SubmitButton intent="delete" variant="tertiary" size="sm" describedBy={titleId}>
              Oui, supprimer cette alerte
            </SubmitButton>
          </AlertForm>
        </Disclosure>
      </div>
    </li>
  );
}

function AlertForm({ id, children }: { id: string; children: ReactNode }) {
  return (
    <SubmitForm action={paths.pupil.alerts()} preventScrollReset>
      <HiddenField name="alerte" value={id} />
      {children}
    </SubmitForm>
  );
}

function Frequency({ id, frequency, titleId }: { id: string; frequency: AlertFrequency; titleId: string }) {
  return (
    <Disclosure
      title={`Fréquence\u00a0: ${frequency === "daily" ? "chaque matin" : "le jour même, une fois par jour au plus"}`}
    >
      <AlertForm id={id}>
        <RadioGroup
          name="frequence"
          id={`frequence-${id}`}
          label="Quand vous prévenir"
          options={FREQUENCY_OPTIONS}
          defaultValue={frequency}
        />
        <SubmitButton intent="frequency" variant="secondary" size="sm" describedBy={titleId}>
          Changer la fréquence
        </SubmitButton>
      </AlertForm>
    </Disclosure>
  );
}

function Matches({ matches, stopped }: Pick<Alert, "matches" | "stopped">) {
  if (matches.length === 0)
    return stopped ? null : <p>Rien de nouveau pour l’instant&nbsp;: un message vous préviendra.</p>;
  return (
    <>
      <p className="alert-item__found">Dernières offres trouvées, encore ouvertes&nbsp;:</p>
      <ul className="plain-list alert-item__offers">
        {matches.map(({ offerId, title, organisation, town }) => (
          <li key={offerId}>
            <Link to={paths.offer(offerId)}>{typeset(title)}</Link> <span>{`${organisation}, ${town}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
