import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { typeset } from "../typeset.ts";

/** What will stop, and a button; once it has stopped, the way back. */
export function StopAlertPage({ description, stopped }: { description: string; stopped: boolean }) {
  return (
    <Page narrow>
      <PageHeader title={stopped ? "C’est noté" : "Arrêter cette alerte"} />
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
      <SubmitForm>
        <HiddenIntent value={stopped ? "reprendre" : "arreter"} />
        <SubmitButton variant={stopped ? "secondary" : "primary"}>
          {stopped ? "Reprendre cette alerte" : "Arrêter cette alerte"}
        </SubmitButton>
      </SubmitForm>
      <p className="unsubscribe-more">
        Toutes vos alertes sont dans <Link to={paths.pupil.alerts()}>votre espace</Link>.
      </p>
    </Page>
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
