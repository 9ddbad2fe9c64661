import { HELP_BODY_LENGTH, type HelpConversation } from "#app/domain/help/help-request.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { Conversation } from "../help/conversation.tsx";
import { HelpNumbers } from "../help/help-numbers.tsx";
import { EmergencyNumbers } from "./problem-page.tsx";
import { QuickExit } from "./quick-exit.tsx";

interface HelpRequestPageProps {
  conversation: HelpConversation;
  refusal: Refusal | undefined;
  done: DoneCode<"ownHelpRequest"> | null;
}

/** A pupil's own request: who has read it, what was answered, and a place to write on. */
export function HelpRequestPage({ conversation, refusal, done }: HelpRequestPageProps) {
  const { isPrivate, toldTo, handledAt } = conversation;
  const told = toldTo.join(", ");
  return (
    <Page narrow>
      <PageHeader
        title="Ma demande d’aide"
        trail={[
          { to: paths.pupil.home(), label: "Mon espace" },
          { to: paths.pupil.problem(), label: "J’ai un problème" },
        ]}
      />
      <QuickExit />
      <DoneNotice page="ownHelpRequest" done={refusal ? null : done} />
      <RefusalNotice refusal={refusal} />
      {told ? (
        <p>
          {isPrivate ? "Envoyée seulement à " : "Envoyée à "}
          <strong>{told}</strong>.
        </p>
      ) : null}
      <Conversation conversation={conversation} reader="pupil" />
      <section aria-labelledby="suite">
        <h2 id="suite">Écrire à la suite</h2>
        {handledAt ? <p>Cette demande est close. Si vous écrivez, elle se rouvre.</p> : null}
        <SubmitForm mandatory="one">
          <TextAreaField
            name="body"
            label="Votre message"
            required
            rows={4}
            maxLength={HELP_BODY_LENGTH}
            spellCheck
            defaultValue={textOf(refusal, "body")}
            error={refusal?.errors.body?.[0]}
          />
          <SubmitButton>Envoyer</SubmitButton>
        </SubmitForm>
      </section>
      <EmergencyNumbers />
      <HelpNumbers />
    </Page>
  );
}
