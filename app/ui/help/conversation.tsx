import type { HelpConversation, HelpMessage, HelpStep } from "#app/domain/help/help-request.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { HELP_TOPIC_LABELS, helpStepText } from "../messages/help.ts";

interface ConversationProps {
  conversation: HelpConversation;
  /** The pupil reads "Vous" where the adults read their name. */
  reader: "pupil" | "adult";
}

/** The request, what was answered and what was done, in the order it happened: nothing of it vanishes. */
export function Conversation({ conversation, reader }: ConversationProps) {
  const { topic, body, askedAt, pupilName, steps, messages } = conversation;
  const first: HelpMessage = { fromPupil: true, byName: pupilName, body, at: askedAt };
  const events = [
    ...messages.map((message) => ({ at: message.at, message, step: null })),
    ...steps.map((step) => ({ at: step.at, message: null, step })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  return (
    <ol className="conversation" aria-label="Échanges, du plus ancien au plus récent">
      <li className="conversation__message">
        <Author message={first} reader={reader} />
        <p>
          <strong>{typeset(HELP_TOPIC_LABELS[topic])}</strong>
        </p>
        {body ? <p className="conversation__words">{body}</p> : null}
      </li>
      {events.map(({ message, step }, index) =>
        message ? (
          <li
            className={`conversation__message${message.fromPupil ? "" : " conversation__message--adult"}`}
            key={index}
          >
            <Author message={message} reader={reader} />
            <p className="conversation__words">{message.body}</p>
          </li>
        ) : (
          <Step key={index} step={step} />
        ),
      )}
    </ol>
  );
}

function Author({ message, reader }: { message: HelpMessage; reader: ConversationProps["reader"] }) {
  const { fromPupil, byName, at } = message;
  const name = fromPupil && reader === "pupil" ? "Vous" : (byName ?? "Une personne du lycée");
  return (
    <p className="conversation__author">
      {name}, le {frenchDateTime(at)}
    </p>
  );
}

function Step({ step }: { step: HelpStep }) {
  return (
    <li className="conversation__step">
      {helpStepText(step)}
      {step.note ? <p className="conversation__words">{step.note}</p> : null}
    </li>
  );
}
