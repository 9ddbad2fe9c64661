import { Form } from "@remix-run/react";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { boardQuery, type BoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import type { BoardTotals } from "#app/domain/follow-up/board/board-totals.ts";
import type { OwnToDo } from "#app/domain/follow-up/board/own-to-do.ts";
import type { ClassInNeed } from "#app/domain/help/help-request.ts";
import type { SchoolFailures } from "#app/domain/sign-in-failures/failure-figures.ts";
import type { SchoolSettings } from "#app/domain/schools/school-settings.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { ChosenPupils } from "./board/chosen-pupils.tsx";
import { BoardFiltersForm } from "./board/board-filters-form.tsx";
import { BoardLinks } from "./board/board-links.tsx";
import { BoardTable } from "./board/board-table.tsx";
import { ExportBoardForm } from "./board/export-board-form.tsx";
import { HelpRule } from "./board/help-rule.tsx";
import { TotalsTable } from "./board/totals-table.tsx";
import { FailingSignIns } from "./failing-sign-ins.tsx";
import { GuardianSettings } from "./guardian-settings.tsx";
import { ToDoList } from "./to-do-list.tsx";

interface SchoolBoardPageProps {
  schools: readonly string[];
  period: { startsOn: string; endsOn: string } | null;
  inNeed: readonly ClassInNeed[];
  own: OwnToDo | null;
  classes: readonly BoardTotals[];
  whole: BoardTotals;
  filters: BoardFilters;
  lines: readonly BoardLine[];
  /** How many pupils the filters find, and how many come before this page. */
  found: number;
  from: number;
  nextAfter: string | null;
  now: Date;
  /** Empty for those who do not keep them. */
  settings: readonly SchoolSettings[];
  /** What keeps people of the school out and the reader can repair; empty for teachers. */
  failures: readonly SchoolFailures[];
  done: DoneCode<"schoolBoard"> | null;
}

/** The eight o'clock sheet: what to do now, how many stand where, then every pupil, those to help first. */
export function SchoolBoardPage(props: SchoolBoardPageProps) {
  const { schools, period, inNeed, own, classes, whole, settings, failures, done } = props;
  const lead = [schools.join(", "), period ? `stage ${frenchPeriod(period.startsOn, period.endsOn)}` : ""];
  return (
    <Page>
      <PageHeader title="Mon établissement" lead={lead.filter(Boolean).join(" · ")} />
      <section aria-labelledby="a-faire" className="board-page__acts">
        <h2 id="a-faire">À faire maintenant</h2>
        {own ? <ToDoList inNeed={inNeed} own={own} /> : null}
        <BoardLinks keepsSchool={settings.length > 0} />
      </section>
      {classes.length > 0 ? (
        <section aria-labelledby="classes" className="board-page__totals">
          <h2 id="classes">{classes.length > 1 ? "Les classes" : "La classe"}</h2>
          <TotalsTable classes={classes} whole={whole} />
        </section>
      ) : null}
      {classes.length > 0 || whole.pupils > 0 ? (
        <Pupils {...props} />
      ) : (
        <EmptyState title="Aucune classe à suivre">
          <p>
            {period
              ? "Aucune classe de seconde ne vous est confiée cette année. Le secrétariat peut corriger cela."
              : "Les dates du prochain stage ne sont pas encore fixées."}
          </p>
        </EmptyState>
      )}
      <FailingSignIns failures={failures} />
      {settings.length > 0 ? <GuardianSettings settings={settings} done={done} /> : null}
    </Page>
  );
}

function Pupils({ classes, filters, lines, found, from, nextAfter, now }: SchoolBoardPageProps) {
  const query = boardQuery(filters);
  const chosen = classes.find(({ id }) => id === filters.classGroupId);
  const range = lines.length < found ? `, ${from + 1} à ${from + lines.length}` : "";
  return (
    <section aria-labelledby="eleves">
      <h2 id="eleves">{chosen ? `Les élèves de ${chosen.name}` : "Les élèves"}</h2>
      <BoardFiltersForm filters={filters} classes={classes} />
      {filters.order === "help" ? <HelpRule /> : null}
      {lines.length > 0 ? (
        <Form action={paths.school.reminders()}>
          <BoardTable
            caption={`${plural(found, "élève")}${range}`}
            lines={lines}
            now={now}
            showClass={classes.length > 1 && !chosen}
          />
          <ChosenPupils lines={lines} />
        </Form>
      ) : (
        <EmptyState
          title="Aucun élève ne répond à ces choix"
          level={3}
          suggestions={[{ to: paths.school.home(), label: "Voir tous les élèves" }]}
        />
      )}
      {classes.length > 0 ? <ExportBoardForm query={query} /> : null}
      <NextPageLink
        to={nextAfter ? `${paths.school.home({ ...query, apres: nextAfter })}#eleves` : null}
        firstPage={from > 0 ? `${paths.school.home(query)}#eleves` : null}
      />
    </section>
  );
}
