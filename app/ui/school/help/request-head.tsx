import { Link } from "@remix-run/react";
import { isUrgent, type HandledHelpRequest } from "#app/domain/help/help-request.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../../components/status-badge.tsx";
import { HELP_TOPIC_LABELS, helpStepText } from "../../messages/help.ts";

interface RequestHeadProps {
  request: HandledHelpRequest;
  level: 2 | 3;
  showsClass?: boolean;
}

/** Who asks for help, about what and since when, with what was done; its name leads to the conversation. */
export function RequestHead({ request, level, showsClass = false }: RequestHeadProps) {
  const { id, pupilName, className, topic, body, askedAt, steps } = request;
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="application-list__title" id={`aide-${id}`}>
        <Link to={paths.school.helpRequest(id)}>{pupilName}</Link>
        {showsClass ? ` · ${className}` : null}
      </Heading>
      {isUrgent(topic) ? (
        <p>
          <StatusBadge tone="error">Urgent</StatusBadge>
        </p>
      ) : null}
      <p>
        <strong>{typeset(HELP_TOPIC_LABELS[topic])}</strong>, le {frenchDateTime(askedAt)}
      </p>
      {body ? <blockquote className="letter">{body}</blockquote> : null}
      {steps.length > 0 ? (
        <ul className="help-steps">
          {steps.map((step, index) => (
            <li key={index}>{helpStepText(step)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
