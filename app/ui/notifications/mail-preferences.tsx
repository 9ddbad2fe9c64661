import { Link } from "@remix-run/react";
import { TOPICS, type Topic } from "#app/domain/notifications/topics.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { CheckboxGroup } from "../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { SUPPRESSION_TEXTS } from "../messages/administration/suppressions.ts";
import { topicText } from "../messages/topics.ts";

interface MailPreferencesProps {
  /** Null for someone who gave no address. */
  mail: { address: string; topics: readonly Topic[] } | null;
  suppression: { reason: "bounced" | "complained"; since: Date } | null;
}

/** Which e-mails one gets, which cannot be refused and why, and how they are grouped. */
export function MailPreferences({ mail, suppression }: MailPreferencesProps) {
  return (
    <section aria-labelledby="mes-messages">
      <h2 id="mes-messages">Mes messages</h2>
      <p>
        Chaque message du service est aussi dans vos <Link to={paths.notifications()}>notifications</Link>,
        même quand vous ne le recevez pas par e-mail.
      </p>
      {mail ? (
        <>
          {suppression ? <SuppressedAddress address={mail.address} {...suppression} /> : null}
          <TopicChoice {...mail} />
        </>
      ) : (
        <p>
          Votre compte n’a pas d’adresse électronique&nbsp;: vos messages sont seulement dans vos
          notifications.
        </p>
      )}
      <h3>Ce qui arrive toujours</h3>
      <p>
        Les réponses à une candidature, les annulations, les conventions à remplir, à valider ou à signer, les
        codes et les alertes d’absence ou d’accident ne se refusent pas&nbsp;: quelqu’un attend une réponse,
        un délai court, ou la sécurité d’un élève est en jeu. Ces messages partent tout de suite, à toute
        heure.
      </p>
      <h3>Ce qui peut attendre</h3>
      <p>
        Les autres messages ne partent jamais entre 21&nbsp;h et 7&nbsp;h, à l’heure de l’endroit où vous
        vivez, et jamais plus d’une fois par jour. S’il y en a plusieurs, ils arrivent ensemble, dans un seul
        résumé. Quand une structure reçoit plus de trois candidatures dans une journée, les suivantes sont
        réunies de la même façon.
      </p>
    </section>
  );
}

function TopicChoice({ address, topics }: { address: string; topics: readonly Topic[] }) {
  return (
    <SubmitForm>
      <CheckboxGroup
        name="topics"
        label={`Ce que je veux recevoir à l’adresse ${address}`}
        hint="Décochez ce que vous préférez lire seulement dans vos notifications."
        options={TOPICS.map((topic) => ({ value: topic, ...choiceText(topic) }))}
        defaultValue={topics}
      />
      <SubmitButton variant="secondary" intent="messages">
        Enregistrer mes choix
      </SubmitButton>
    </SubmitForm>
  );
}

function choiceText(topic: Topic) {
  const { label, hint } = topicText(topic);
  return { label, hint };
}

function SuppressedAddress(props: { address: string; reason: "bounced" | "complained"; since: Date }) {
  const { address, reason, since } = props;
  return (
    <Notice tone="warning" title={`Nous n’écrivons plus à l’adresse ${address}`} level={3}>
      <p>
        {SUPPRESSION_TEXTS[reason]} Depuis le {frenchDateTime(since)}, aucun e-mail n’y est envoyé.
      </p>
      <p>
        {reason === "bounced"
          ? "Vérifiez que votre boîte existe et n’est pas pleine, puis réessayez."
          : "Si c’était une erreur, sortez nos messages des indésirables, puis réessayez."}
      </p>
      <SubmitForm>
        <SubmitButton variant="secondary" intent="address">
          Réessayer cette adresse
        </SubmitButton>
      </SubmitForm>
    </Notice>
  );
}
