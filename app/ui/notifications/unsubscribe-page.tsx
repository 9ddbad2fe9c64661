import { Link } from "@remix-run/react";
import type { Topic } from "#app/domain/notifications/topics.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StopPage } from "../components/stop-page.tsx";
import { topicText } from "../messages/topics.ts";
import { typeset } from "#app/kernel/typography.ts";

interface UnsubscribePageProps {
  topic: Topic;
  /** Masked: the link may have been forwarded. */
  address: string;
  refused: boolean;
}

export function UnsubscribePage({ topic, address, refused }: UnsubscribePageProps) {
  const { inSentence, hint } = topicText(topic);
  return (
    <StopPage
      stopped={refused}
      title="Ne plus recevoir ces e-mails"
      resume="Recevoir de nouveau"
      more={
        <>
          Vous avez un compte&nbsp;? Choisissez chaque sorte de message dans{" "}
          <Link to={`${paths.account()}#mes-messages`}>votre compte</Link>.
        </>
      }
    >
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
    </StopPage>
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
