import { Link } from "@remix-run/react";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
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
import { BoardTable } from "./board/board-table.tsx";
import { HandledRequests, HelpRequests, JustHandled } from "./help/help-requests.tsx";
import { schoolTrail } from "./school-trail.ts";

interface ClassPageProps {
  id: string;
  name: string;
  schoolName: string;
  pupils: readonly BoardLine[];
  now: Date;
  /** Teachers validate agreements; the head and the office read where they are. */
  reader: "school" | "office";
  helpRequests: readonly OpenHelpRequest[];
  handledRequests: readonly HandledHelpRequest[];
  justHandled: readonly JustHandledRequest[];
  /** What has just been done, from the address. */
  done: DoneCode<"classGroup"> | null;
}

/** The pupils of a class, those to help first. */
export function ClassPage(props: ClassPageProps) {
  const { id, name, schoolName, pupils, now, reader, helpRequests, handledRequests, justHandled, done } =
    props;
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
      {pupils.length === 0 ? (
        <EmptyState title="Aucun élève dans cette classe" />
      ) : (
        <section aria-labelledby="eleves">
          <h2 id="eleves">Élèves de la classe</h2>
          <BoardTable
            caption={`Recherche de stage de chaque élève de la classe ${name}, à aider d’abord`}
            lines={pupils}
            now={now}
            showClass={false}
          />
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
          <>
            <li>
              <Link to={paths.school.newPupil(id)}>Ajouter un élève</Link>
            </li>
            <li>
              <Link to={paths.school.team({ classe: id })}>Inviter un professeur pour cette classe</Link>
            </li>
          </>
        ) : null}
      </ul>
    </Page>
  );
}
