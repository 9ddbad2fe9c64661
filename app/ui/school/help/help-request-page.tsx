import { HELP_BODY_LENGTH, isUrgent, type FollowedConversation } from "#app/domain/help/help-request.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../../components/done-notice.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { TakeBackForm } from "../../components/take-back-form.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { Conversation } from "../../help/conversation.tsx";
import { schoolTrail } from "../school-trail.ts";

interface HelpRequestPageProps {
  conversation: FollowedConversation;
  refusal: Refusal | undefined;
  done: DoneCode<"helpRequest"> | null;
}

/** A pupil's request as an adult reads it: what was said, then saying that one has read, answering, closing. */
export function HelpRequestPage({ conversation, refusal, done }: HelpRequestPageProps) {
  const { pupilName, className, topic, isPrivate, readByMe, handledAt, takeBackUntil } = conversation;
  return (
    <Page narrow>
      <PageHeader
        title={`Demande d’aide ${ofName(pupilName)}`}
        lead={className}
        trail={[...schoolTrail, { to: paths.school.helpRequests(), label: "Demandes d’aide" }]}
      />
      <DoneNotice page="helpRequest" done={refusal ? null : done} />
      <RefusalNotice refusal={refusal} />
      {isUrgent(topic) || handledAt ? (
        <p>
          {isUrgent(topic) ? <StatusBadge tone="error">Urgent</StatusBadge> : null}{" "}
          {handledAt ? <StatusBadge tone="neutral">Close</StatusBadge> : null}
        </p>
      ) : null}
      {isPrivate ? (
        <p>Cette demande n’est visible que des personnes prévenues. Le reste de l’équipe ne la voit pas.</p>
      ) : null}
      <Conversation conversation={conversation} reader="adult" />
      {readByMe || handledAt ? null : (
        <SubmitForm>
          <SubmitButton intent="read" variant="secondary">
            J’ai lu
          </SubmitButton>
        </SubmitForm>
      )}
      <AnswerForm name={pupilName} refusal={refusal} />
      {handledAt ? null : <CloseForm urgent={isUrgent(topic)} refusal={refusal} />}
      <TakeBackForm until={takeBackUntil} intent="reopen" label="Rouvrir cette demande">
        La demande attendra de nouveau.
      </TakeBackForm>
    </Page>
  );
}

function AnswerForm({ name, refusal }: { name: string; refusal: Refusal | undefined }) {
  return (
    <section aria-labelledby="repondre">
      <h2 id="repondre">Répondre {`à ${name.split(" ")[0] ?? name}`}</h2>
      <SubmitForm mandatory="one">
        <HiddenIntent value="answer" />
        <TextAreaField
          name="body"
          label="Votre réponse"
          hint="L’élève la lit dans son espace, avec votre nom."
          required
          rows={5}
          maxLength={HELP_BODY_LENGTH}
          spellCheck
          defaultValue={textOf(refusal, "body")}
          error={refusal?.errors.body?.[0]}
        />
        <SubmitButton>Envoyer la réponse</SubmitButton>
      </SubmitForm>
    </section>
  );
}

function CloseForm({ urgent, refusal }: { urgent: boolean; refusal: Refusal | undefined }) {
  return (
    <section aria-labelledby="clore">
      <h2 id="clore">Clore la demande</h2>
      <p>
        {urgent
          ? "Cette demande est urgente : elle reste en tête de liste tant qu’elle n’est pas close."
          : "Une demande close reste lisible, et se rouvre si l’élève écrit de nouveau."}
      </p>
      <SubmitForm mandatory={urgent ? "one" : "unmarked"}>
        <HiddenIntent value="close" />
        <TextAreaField
          name="note"
          label="Ce qui a été fait"
          hint="L’élève le lit aussi."
          {...(urgent ? { required: true } : { optional: true })}
          rows={3}
          maxLength={HELP_BODY_LENGTH}
          spellCheck
          defaultValue={textOf(refusal, "note")}
          error={refusal?.errors.note?.[0]}
        />
        <SubmitButton variant="secondary">Clore la demande</SubmitButton>
      </SubmitForm>
    </section>
  );
}
