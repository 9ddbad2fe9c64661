import { Link } from "@remix-run/react";
import type { SchoolClasses } from "#app/domain/schools/classes/school-class.ts";
import type { Member, SchoolTeam } from "#app/domain/schools/team/school-team.ts";
import { addDays, frenchDate } from "#app/kernel/calendar-date.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { STAFF_LABELS } from "../messages/accounts/school-team.ts";
import { JoinRequests } from "./join-requests.tsx";
import { ReplaceHeadForm } from "./replace-head-form.tsx";
import { schoolTrail } from "./school-trail.ts";
import { InviteForm } from "./team/invite-form.tsx";

type Invited = Omit<SchoolTeam["invited"][number], "expiresAt"> & { expiresAt: string | Date };

interface SchoolTeamPageProps {
  teams: (Omit<SchoolTeam, "invited"> & { invited: Invited[] })[];
  classes: readonly SchoolClasses[];
  /** The class whose page led here, to be entrusted to whoever is invited. */
  classGroupId: string | null;
  ownId: string;
  done: DoneCode<"schoolTeam"> | null;
  refusal: Refusal | undefined;
}

/** Who works in the school's space, and the way to let in or out. */
export function SchoolTeamPage(props: SchoolTeamPageProps) {
  const { teams, classes, classGroupId, ownId, done, refusal } = props;
  return (
    <Page narrow>
      <PageHeader title="L’équipe de l’établissement" trail={schoolTrail} />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="schoolTeam" done={done} />}
      {teams.map((team) => (
        <section key={team.uai}>
          <h2>{team.name}</h2>
          {team.requests.length > 0 ? <JoinRequests requests={team.requests} /> : null}
          <h3>Inviter une personne</h3>
          <InviteForm
            uai={team.uai}
            classes={classes.find(({ uai }) => uai === team.uai)?.classes ?? []}
            classGroupId={classGroupId}
            refusal={refusal}
          />
          {team.invited.length > 0 ? <Invitations invited={team.invited} /> : null}
          <h3>Membres</h3>
          <ul>
            {team.members.map((member) => (
              <li key={`${member.personId} ${member.role}`}>
                <MemberItem
                  member={member}
                  uai={team.uai}
                  isOneself={member.personId === ownId}
                  refusal={refusal}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function Invitations({ invited }: { invited: Invited[] }) {
  return (
    <>
      <h3>Invitations en attente</h3>
      <ul>
        {invited.map(({ email, role, expiresAt, classNames }) => (
          <li key={email}>
            {email}, {STAFF_LABELS[role].toLowerCase()}
            {classNames.length > 0 ? ` (${classNames.join(", ")})` : ""}, jusqu’au{" "}
            {deadlineWords(new Date(expiresAt), { year: true })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MemberItemProps {
  member: Member;
  uai: string;
  isOneself: boolean;
  refusal: Refusal | undefined;
}

function MemberItem({ member, uai, isOneself, refusal }: MemberItemProps) {
  const { personId, firstName, lastName, email, role, endsOn } = member;
  const who = [
    `${firstName} ${lastName}`,
    STAFF_LABELS[role].toLowerCase(),
    email,
    endsOn ? `jusqu’au ${frenchDate(addDays(endsOn, -1))}` : null,
  ]
    .filter(Boolean)
    .join(", ");
  const successor =
    role === "schoolHead" && endsOn === null ? (
      <ReplaceHeadForm uai={uai} former={member} refusal={refusal} />
    ) : null;
  if (isOneself)
    return (
      <>
        {who} (vous){successor}
      </>
    );
  return (
    <>
      {who}
      {successor}
      <Disclosure title={`Retirer l’accès de ${firstName} ${lastName}`}>
        <p>
          Cette personne ne verra plus rien de l’établissement, dès maintenant. Son compte et ce qu’elle a
          fait restent.
        </p>
        <SubmitForm>
          <HiddenIntent value="remove" />
          <HiddenField name="uai" value={uai} />
          <HiddenField name="personId" value={personId} />
          <SubmitButton variant="secondary">Retirer l’accès</SubmitButton>
        </SubmitForm>
      </Disclosure>
      <Link to={paths.school.lostSecondFactor(personId)}>
        Téléphone perdu&nbsp;: redonner accès à {firstName} {lastName}
      </Link>
    </>
  );
}
