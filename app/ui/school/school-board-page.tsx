import { Link } from "@remix-run/react";
import type { ClassBoard } from "#app/domain/follow-up/pupil-standing.ts";
import { STANDINGS } from "#app/domain/follow-up/pupil-standing.ts";
import type { ClassInNeed } from "#app/domain/help/help-request.ts";
import type { SchoolFailures } from "#app/domain/sign-in-failures/failure-figures.ts";
import type { SchoolSettings } from "#app/domain/schools/school-settings.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { AgreementList, type AgreementListItem } from "../agreements/agreement-list.tsx";
import { STATE_SLUGS } from "../agreements/state-slugs.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { STANDING_LABELS } from "../messages/standings.ts";
import { headCountText } from "../messages/school-classes.ts";
import { FailingSignIns } from "./failing-sign-ins.tsx";
import { GuardianSettings } from "./guardian-settings.tsx";
import { ToDoList } from "./to-do-list.tsx";

interface SchoolBoardPageProps {
  schools: readonly string[];
  period: { startsOn: string; endsOn: string } | null;
  classes: readonly ClassBoard[];
  inNeed: readonly ClassInNeed[];
  /** The first agreements to validate. */
  toValidate: readonly AgreementListItem[];
  /** For the head and the office: what waits for teachers, and for how many days; null for teachers. */
  atTeachers: { total: number; days: number } | null;
  /** Empty for those who do not keep them. */
  settings: readonly SchoolSettings[];
  /** What keeps people of the school out and the reader can repair; empty for teachers. */
  failures: readonly SchoolFailures[];
  done: DoneCode<"schoolBoard"> | null;
}

/** What to do now, then each class in figures. */
export function SchoolBoardPage(props: SchoolBoardPageProps) {
  const { schools, period, classes, inNeed, toValidate, atTeachers, settings, failures, done } = props;
  return (
    <Page>
      <PageHeader
        title="Mon établissement"
        lead={[schools.join(", "), period ? `stage ${frenchPeriod(period.startsOn, period.endsOn)}` : ""]
          .filter(Boolean)
          .join(" · ")}
      />
      <section aria-labelledby="a-faire">
        <h2 id="a-faire">À faire maintenant</h2>
        <ToDoList classes={classes} inNeed={inNeed} validates={atTeachers === null} />
        {atTeachers && atTeachers.total > 0 ? <p>{waitingText(atTeachers)}</p> : null}
        {toValidate.length > 0 ? (
          <>
            <h3>Conventions à valider</h3>
            <AgreementList
              agreements={toValidate}
              reader="school"
              level={3}
              pathOf={(id) => paths.school.agreement(id)}
            />
          </>
        ) : null}
        <ButtonRow>
          {toValidate.length > 0 ? (
            <ButtonLink to={paths.school.agreements({ etat: STATE_SLUGS.completed })}>
              Voir les conventions à valider
            </ButtonLink>
          ) : null}
          <ButtonLink to={paths.school.agreements()} variant="secondary">
            Toutes les conventions
          </ButtonLink>
          <ButtonLink to={paths.school.cards()} variant="secondary">
            Cartes d’activation
          </ButtonLink>
          {settings.length > 0 ? (
            <>
              <ButtonLink to={paths.school.classes()} variant="secondary">
                Les classes de seconde
              </ButtonLink>
              <ButtonLink to={paths.school.profile()} variant="secondary">
                La fiche de l’établissement
              </ButtonLink>
              <ButtonLink to={paths.school.team()} variant="secondary">
                L’équipe de l’établissement
              </ButtonLink>
            </>
          ) : null}
        </ButtonRow>
      </section>
      <section aria-labelledby="classes">
        <h2 id="classes">{classes.length > 1 ? "Les classes" : "La classe"}</h2>
        {classes.length > 0 ? (
          <ul className="board">
            {classes.map((board) => (
              <ClassFigures key={board.id} board={board} validates={atTeachers === null} />
            ))}
          </ul>
        ) : (
          <EmptyState title="Aucune classe à suivre" level={3}>
            <p>
              {period
                ? "Aucune classe de seconde ne vous est confiée cette année. Le secrétariat peut corriger cela."
                : "Les dates du prochain stage ne sont pas encore fixées."}
            </p>
          </EmptyState>
        )}
      </section>
      <FailingSignIns failures={failures} />
      {settings.length > 0 ? <GuardianSettings settings={settings} done={done} /> : null}
    </Page>
  );
}

/** "3 conventions chez les professeurs, la plus ancienne depuis 16 jours" */
function waitingText({ total, days }: { total: number; days: number }): string {
  const since = days === 0 ? "aujourd’hui" : plural(days, "jour");
  const told = plural(total, "convention");
  if (total === 1) return `${told} chez les professeurs, depuis ${since}.`;
  return `${told} chez les professeurs, la plus ancienne depuis ${since}.`;
}

function ClassFigures({ board, validates }: { board: ClassBoard; validates: boolean }) {
  const toValidate = board.agreements.completed ?? 0;
  const signed = board.agreements.signed ?? 0;
  const figures = [
    ...STANDINGS.map((standing) => [STANDING_LABELS[standing].text, board.standings[standing]] as const),
    [validates ? "Conventions à valider" : "Conventions chez les professeurs", toValidate] as const,
    ["Conventions signées", signed] as const,
  ];
  return (
    <li className="board__class">
      <h3 className="board__name">
        <Link to={paths.school.classGroup(board.id)}>{board.name}</Link>
      </h3>
      <p>{headCountText(board)}</p>
      <dl className="board__counts">
        {figures.map(([term, count]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
