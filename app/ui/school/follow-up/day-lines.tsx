import { Link } from "@remix-run/react";
import { stateOf, type DayLine, type Whereabouts } from "#app/domain/follow-up/presence/day-board.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonRow } from "../../components/button-link.tsx";
import { ContactText } from "../../components/contact-text.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { DAY_STATE_LABELS, hoursText, reportText } from "../../messages/follow-up/presence.ts";

interface DayLinesProps {
  lines: readonly DayLine[];
  day: CalendarDate;
  /** The day has come: what happens may be noted. */
  hasCome: boolean;
  classGroupId: string | undefined;
  withClass?: boolean;
  /** Tells the lines of two lists apart. */
  idPrefix: string;
}

/** Pupils, family name first, with where they are and one tap to say so. */
export function DayLines({ lines, idPrefix, withClass = false, ...shared }: DayLinesProps) {
  return (
    <ul className="day-lines">
      {lines.map((line) => (
        <li className="day-lines__one" key={line.pupilId} id={anchorOf(idPrefix, line)}>
          <div className="day-lines__who">
            <p className="day-lines__name" id={`${idPrefix}-nom-${line.pupilId}`}>
              <PupilName line={line} />
              {withClass ? ` · ${line.className}` : ""}
            </p>
            <WhereText at={line.at} />
            <Contacts line={line} />
          </div>
          <div className="day-lines__state">
            <StatusBadge tone={DAY_STATE_LABELS[stateOf(line, shared)].tone}>
              {DAY_STATE_LABELS[stateOf(line, shared)].text}
            </StatusBadge>
            {line.at.where === "at_host" && shared.hasCome ? (
              <ReportForm at={line.at} describedBy={`${idPrefix}-nom-${line.pupilId}`} {...shared} />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function PupilName({ line: { lastName, firstName, at } }: { line: DayLine }) {
  const name = `${lastName} ${firstName}`;
  if (at.where !== "at_host") return <strong>{name}</strong>;
  return <Link to={paths.school.followedStay(at.agreementId)}>{name}</Link>;
}

function anchorOf(prefix: string, { at, pupilId }: DayLine): string {
  return at.where === "at_host" && prefix === "stage" ? `stage-${at.agreementId}` : `${prefix}-${pupilId}`;
}

function WhereText({ at }: { at: Whereabouts }) {
  switch (at.where) {
    case "at_host": {
      const report = at.accident ?? at.presence;
      return (
        <p>
          {typeset([at.hostName, at.town, hoursText(at)].filter(Boolean).join(" · "))}
          {report ? <span className="day-lines__report"> {reportText(report)}</span> : null}
        </p>
      );
    }
    case "day_off":
      return <p>{at.hostName}</p>;
    case "lost":
      return <p>Place annulée ({at.hostName}). Aucune autre place ne couvre ce jour.</p>;
    case "nowhere":
      return null;
  }
}

/** Whom to call when something is wrong: the family, then whoever looks after the pupil there. */
function Contacts({ line: { at, families } }: { line: DayLine }) {
  const supervisor = at.where === "at_host" ? at.supervisor : null;
  if (families.length === 0) return null;
  return (
    <ul className="day-lines__contacts">
      {families.map(({ name, phone }) => (
        <li key={name}>
          {name} (famille)&nbsp;: {phone ? <ContactText text={phone} /> : "pas de numéro"}
        </li>
      ))}
      {supervisor ? (
        <li>
          {supervisor.name} (structure)&nbsp;: <ContactText text={supervisor.contact} />
        </li>
      ) : null}
    </ul>
  );
}

interface ReportFormProps {
  at: Extract<Whereabouts, { where: "at_host" }>;
  day: CalendarDate;
  classGroupId: string | undefined;
  describedBy: string;
}

function ReportForm({ at, day, classGroupId, describedBy }: ReportFormProps) {
  const { agreementId, presence, accident } = at;
  const action = paths.school.followUp(classGroupId ? { classe: classGroupId } : {});
  const button = { variant: "secondary", size: "sm", describedBy } as const;
  return (
    <SubmitForm action={action} className="day-lines__form" preventScrollReset>
      <HiddenField name="agreementId" value={agreementId} />
      <HiddenField name="day" value={day} />
      <ButtonRow>
        {presence?.kind === "arrived" ? null : (
          <SubmitButton intent="arrived" {...button}>
            Bien là
          </SubmitButton>
        )}
        {presence?.kind === "absent" ? null : (
          <SubmitButton intent="absent" {...button}>
            Pas là
          </SubmitButton>
        )}
        {accident ? (
          <SubmitButton intent="no_accident" {...button}>
            Accident signalé par erreur
          </SubmitButton>
        ) : null}
      </ButtonRow>
      {accident ? null : (
        <Disclosure title="Signaler un accident">
          <p>La direction, l’équipe et la famille sont prévenues aussitôt. Rien d’autre n’est écrit.</p>
          <SubmitButton intent="accident" {...button}>
            Oui, signaler un accident
          </SubmitButton>
        </Disclosure>
      )}
    </SubmitForm>
  );
}
