import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StopPage } from "../components/stop-page.tsx";
import { typeset } from "#app/kernel/typography.ts";

export function StopAlertPage({ description, stopped }: { description: string; stopped: boolean }) {
  return (
    <StopPage
      stopped={stopped}
      title="Arrêter cette alerte"
      resume="Reprendre cette alerte"
      more={
        <>
          Toutes vos alertes sont dans <Link to={paths.pupil.alerts()}>votre espace</Link>.
        </>
      }
    >
      {stopped ? (
        <Notice tone="success" title="Cette alerte est arrêtée." live>
          <p>{typeset(description)}</p>
        </Notice>
      ) : (
        <>
          <p>Vous ne recevrez plus de message pour cette recherche&nbsp;:</p>
          <p>
            <strong>{typeset(description)}</strong>
          </p>
        </>
      )}
    </StopPage>
  );
}

/** A link cut short by a mail reader, or an alert deleted since. */
export function UnknownAlert() {
  return (
    <Page narrow>
      <PageHeader title="Ce lien ne mène à aucune alerte" />
      <p>
        Elle a peut-être été supprimée, ou le lien a été coupé par votre messagerie. Vos alertes sont dans{" "}
        <Link to={paths.pupil.alerts()}>votre espace</Link>.
      </p>
    </Page>
  );
}
