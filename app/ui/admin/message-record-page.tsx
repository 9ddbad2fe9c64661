import { Link } from "@remix-run/react";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { MessageStatus } from "#app/domain/notifications/message-states.ts";
import { isTopic } from "#app/domain/notifications/topics.ts";
import type { Urgency } from "#app/domain/outbox/urgency.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import {
  channelText,
  urgencyText,
  eventText,
  messageStatusText,
  providerStatusText,
  readerText,
} from "../messages/administration/message-log.ts";
import { topicText } from "../messages/topics.ts";
import { messagesTrail } from "./admin-trail.ts";

interface MessageRecord {
  id: string;
  template: string;
  subject: string;
  urgency: Urgency;
  topic: string | null;
  channel: string;
  recipient: string | null;
  roles: Role[] | null;
  timeZone: string;
  status: MessageStatus;
  digestId: string | null;
  grouped: number;
  attempts: number;
  createdAt: Date;
  notBefore: Date;
  firstAttemptAt: Date | null;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  providerId: string | null;
  providerStatus: string | null;
  providerStatusAt: Date | null;
  lastError: string | null;
  dismissedAt: Date | null;
  readAt: Date | null;
  eventType: string | null;
  eventAt: Date | null;
}

/** The whole course of one message, but what it says: that belongs to its reader. */
export function MessageRecordPage(record: MessageRecord) {
  const { id, subject, status, dismissedAt } = record;
  const { tone, text, meaning } = messageStatusText(status);
  const undecided = status === "failed" && !dismissedAt;
  return (
    <Page>
      <PageHeader
        title={subject}
        trail={messagesTrail}
        crumb="Message"
        lead={dismissedAt ? "Abandonné, et laissé sans envoi." : meaning}
        aside={
          <StatusBadge tone={dismissedAt ? "neutral" : tone} small={false}>
            {text}
          </StatusBadge>
        }
      />
      <h2>À qui, et pourquoi</h2>
      <DataList items={reasonsOf(record)} />
      <h2>Ce qu’il en est advenu</h2>
      <DataList items={courseOf(record)} />
      <p>
        Le texte n’est pas montré ici&nbsp;: il appartient à la personne qui le lit. Son modèle est{" "}
        <Link to={paths.admin.template(record.template)}>dans le catalogue</Link>.
      </p>
      <ButtonRow>
        {undecided ? (
          <ButtonLink to={paths.admin.failures({ choix: id })}>Décider de ce message</ButtonLink>
        ) : null}
        <ButtonLink to={paths.admin.messages({ comme: id })} variant="secondary">
          Tous les messages à ce destinataire
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

function reasonsOf(record: MessageRecord): DataListItem[] {
  const { recipient, roles, channel, timeZone, eventType, eventAt, template, urgency, topic } = record;
  return [
    { term: "Destinataire", details: `${recipient ?? "Sans adresse"} (${readerText(roles)})` },
    { term: "Voie", details: channelText(channel) },
    { term: "Fuseau horaire", details: timeZone },
    { term: "Événement", details: `${eventText(eventType)}${eventAt ? `, le ${at(eventAt)}` : ""}` },
    { term: "Modèle", details: template },
    { term: "Envoi", details: urgencyText(urgency) },
    {
      term: "Peut se refuser",
      details: isTopic(topic) ? `Oui : ${topicText(topic).label.toLowerCase()}` : "Non",
    },
  ];
}

function courseOf(record: MessageRecord): DataListItem[] {
  const { providerStatus, providerStatusAt, providerId, attempts, lastError, digestId, grouped } = record;
  const told = providerStatusText(providerStatus);
  return [
    { term: "Écrit", details: at(record.createdAt) },
    ...dated("Pas avant", record.notBefore > record.createdAt ? record.notBefore : null),
    ...dated("Premier essai", record.firstAttemptAt),
    { term: "Essais", details: plural(attempts, "essai") },
    ...dated("Prochain essai", record.nextAttemptAt),
    ...dated("Envoyé", record.sentAt),
    ...(told
      ? [{ term: "Prestataire", details: `${told}${providerStatusAt ? `, le ${at(providerStatusAt)}` : ""}` }]
      : []),
    ...(providerId ? [{ term: "Référence du prestataire", details: <code>{providerId}</code> }] : []),
    ...(lastError ? [{ term: "Dernière erreur", details: <code>{lastError}</code> }] : []),
    ...dated("Laissé sans envoi", record.dismissedAt),
    ...(digestId
      ? [{ term: "Réuni dans", details: <Link to={paths.admin.message(digestId)}>ce résumé</Link> }]
      : []),
    ...(grouped > 0 ? [{ term: "Réunit", details: plural(grouped, "message") }] : []),
    ...dated("Lu dans le service", record.readAt),
  ];
}

function dated(term: string, instant: Date | null): DataListItem[] {
  return instant ? [{ term, details: at(instant) }] : [];
}

function at(instant: Date): string {
  return frenchDateTime(new Date(instant));
}
