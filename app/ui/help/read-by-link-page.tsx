import { Link } from "@remix-run/react";
import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";

interface ReadByLinkPageProps {
  helpRequestId: string;
  pupilFirstName: string;
  isRead: boolean;
}

/** What the link of an e-mail leads to: one button; what the pupil wrote is read after signing in. */
export function ReadByLinkPage({ helpRequestId, pupilFirstName, isRead }: ReadByLinkPageProps) {
  return (
    <Page narrow>
      <PageHeader title={`Demande d’aide ${ofName(pupilFirstName)}`} />
      {isRead ? (
        <Notice tone="success" title={`${pupilFirstName} voit que sa demande est lue.`} live />
      ) : (
        <>
          <p>
            {pupilFirstName} saura que vous avez vu sa demande, et quand. Cela rassure déjà, avant votre
            réponse.
          </p>
          <SubmitForm>
            <SubmitButton>J’ai lu</SubmitButton>
          </SubmitForm>
        </>
      )}
      <p className="page-more">
        <Link to={paths.school.helpRequest(helpRequestId)}>Lire ses mots et répondre</Link> (connexion
        demandée).
      </p>
    </Page>
  );
}

/** A link cut short by a mail reader, or of someone who follows the class no more. */
export function UnknownHelpLink() {
  return (
    <Page narrow>
      <PageHeader title="Ce lien ne mène à aucune demande" />
      <p>
        Il a peut-être été coupé par votre messagerie, ou vous ne suivez plus cette classe. Les demandes
        d’aide de vos élèves sont dans <Link to={paths.school.helpRequests()}>votre espace</Link>.
      </p>
    </Page>
  );
}
