import { Link } from "@remix-run/react";
import type { Topic } from "#app/domain/notifications/topics.ts";
import { paths } from "#app/paths.ts";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { topicText } from "../messages/topics.ts";
import { typeset } from "../typeset.ts";

interface UnsubscribePageProps {
  topic: Topic;
  /** Masked: the link may have been forwarded. */
  address: string;
  refused: boolean;
}

/** What will stop, and a button; once it has stopped, the way back. */
export function UnsubscribePage({ topic, address, refused }: UnsubscribePageProps) {
  const { inSentence, hint } = topicText(topic);
  return (
    <Page narrow>
      <PageHeader title={refused ? "C’est noté" : "Ne plus recevoir ces e-mails"} />
      {refused ? (
        <Notice tone="success" title={`L’adresse ${address} ne reçoit plus ${inSentence}.`} live>
          <p>Ces messages restent lisibles dans les notifications de votre compte, si vous en avez un.</p>
        </Notice>
      ) : (
        <>
          <p>
            L’adresse <strong>{address}</strong> ne recevra plus {inSentence}. {typeset(hint)}
          </p>
          <p>
            Elle recevra toujours ce qui ne peut pas attendre&nbsp;: les réponses à une candidature, les
            conventions à remplir ou à signer, les codes, et ce qui touche à la sécurité.
          </p>
        </>
      )}
      <SubmitForm>
        <HiddenIntent value={refused ? "reprendre" : "arreter"} />
        <SubmitButton variant={refused ? "secondary" : "primary"}>
          {refused ? "Recevoir de nouveau" : "Ne plus recevoir ces e-mails"}
        </SubmitButton>
      </SubmitForm>
      <p className="unsubscribe-more">
        Vous avez un compte&nbsp;? Choisissez chaque sorte de message dans{" "}
        <Link to={`${paths.account()}#mes-messages`}>votre compte</Link>.
      </p>
    </Page>
  );
}

/** A link cut short by a mail reader, or a message erased since. */
export function UnknownSubscription() {
  return (
    <Page narrow>
      <PageHeader title="Ce lien ne mène à aucun abonnement" />
      <p>
        Il a peut-être été coupé par votre messagerie, ou le message est trop ancien. Ouvrez le lien d’un
        message plus récent, ou recopiez l’adresse entière.
      </p>
      <p>
        Avec un compte, choisissez les e-mails que vous recevez dans{" "}
        <Link to={`${paths.account()}#mes-messages`}>votre compte</Link>. Sans compte, répondez à l’un de nos
        messages&nbsp;: nous ferons le nécessaire.
      </p>
    </Page>
  );
}
