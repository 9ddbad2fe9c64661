import { Link } from "@remix-run/react";
import { STANDINGS, standingOf, type FollowedPupil } from "#app/domain/follow-up/pupil-standing.ts";
import type {
  HandledHelpRequest,
  JustHandledRequest,
  OpenHelpRequest,
} from "#app/domain/help/help-request.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { agreementStatusLabel } from "../messages/agreements.ts";
import { STANDING_LABELS } from "../messages/standings.ts";
import { HandledRequests, HelpRequests, JustHandled } from "./help-requests.tsx";
import { schoolTrail } from "./school-trail.ts";

interface ClassPageProps {
  id: string;
  name: string;
  schoolName: string;
  pupils: readonly FollowedPupil[];
  /** Teachers validate agreements; the head and the office read where they are. */
  reader: "school" | "office";
  helpRequests: readonly OpenHelpRequest[];
  handledRequests: readonly HandledHelpRequest[];
  justHandled: readonly JustHandledRequest[];
  /** What has just been done, from the address. */
  done: DoneCode<"classGroup"> | null;
}

/** The pupils of a class, those without a place first. */
export function ClassPage(props: ClassPageProps) {
  const { id, name, schoolName, pupils, reader, helpRequests, handledRequests, justHandled, done } = props;
  const rank = (pupil: FollowedPupil) => STANDINGS.indexOf(standingOf(pupil));
  const ordered = [...pupils].sort((a, b) => rank(a) - rank(b));
  return (
    <Page>
      <PageHeader
        title={`Classe ${name}`}
        lead={`${schoolName} · ${plural(pupils.length, "élève")}`}
        trail={schoolTrail}
      />
      <DoneNotice page="classGroup" done={done} />
      <JustHandled classGroupId={id} requests={justHandled} />
      <HelpRequests classGroupId={id} requests={helpRequests} />
      {ordered.length === 0 ? (
        <EmptyState title="Aucun élève dans cette classe" />
      ) : (
        <section aria-labelledby="eleves">
          <h2 id="eleves">Élèves de la classe</h2>
          <div className="table-scroll">
            <table className="school-table">
              <caption>Recherche de stage de chaque élève de la classe {name}, sans place d’abord</caption>
              <thead>
                <tr>
                  <th scope="col">Élève</th>
                  <th scope="col">Où en est la recherche</th>
                  <th scope="col">Conventions</th>
                </tr>
              </thead>
              <tbody>
                {ordered.map((pupil) => (
                  <PupilRow key={pupil.id} pupil={pupil} reader={reader} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <HandledRequests requests={handledRequests} />
      <ul className="class-links">
        <li>
          <Link to={paths.school.families(id)}>Liens de suivi des familles</Link>
        </li>
        <li>
          <Link to={paths.school.classCards(id)}>Cartes d’activation des comptes</Link>
        </li>
        {reader === "office" ? (
          <li>
            <Link to={paths.school.newPupil(id)}>Ajouter un élève</Link>
          </li>
        ) : null}
      </ul>
    </Page>
  );
}

function PupilRow({ pupil, reader }: { pupil: FollowedPupil; reader: ClassPageProps["reader"] }) {
  const { id, name, live, agreements } = pupil;
  const standing = STANDING_LABELS[standingOf(pupil)];
  return (
    <tr>
      <th scope="row">
        <Link to={paths.school.pupil(id)}>{name}</Link>
      </th>
      <td>
        <StatusBadge tone={standing.tone}>{standing.text}</StatusBadge>
        {live > 0 ? <p>{plural(live, "candidature")} en cours</p> : null}
      </td>
      <td>
        {agreements.length === 0 ? <span className="school-table__none">Aucune</span> : null}
        {agreements.map(({ id: agreementId, status, hostName }) => {
          const label = agreementStatusLabel(status, reader);
          return (
            <p key={agreementId}>
              <Link to={paths.school.agreement(agreementId)}>{hostName}</Link>{" "}
              <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
            </p>
          );
        })}
      </td>
    </tr>
  );
}
