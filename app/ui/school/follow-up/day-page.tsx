import { Link } from "@remix-run/react";
import {
  DAY_STATES,
  dayClasses,
  PRESSING_STATES,
  stateOf,
  type DayClass,
  type DayLine,
} from "#app/domain/follow-up/presence/day-board.ts";
import { addDays, frenchDate, frenchPeriod, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { DAY_STATE_LABELS } from "../../messages/follow-up/presence.ts";
import { schoolTrail } from "../school-trail.ts";
import { DayLines } from "./day-lines.tsx";

interface DayBoard {
  period: { startsOn: CalendarDate; endsOn: CalendarDate };
  today: CalendarDate;
  day: CalendarDate;
  lines: readonly DayLine[];
  /** The class asked for, as the address has it. */
  classGroupId: string | null;
}

interface DayPageProps {
  board: DayBoard | null;
  done: DoneCode<"followUp"> | null;
  refusal: Refusal | undefined;
}

/** More classes than this are shown in figures, one of them at a time line by line. */
const MOST_CLASSES_IN_FULL = 2;

/** Where each pupil is on one day of the internship: those to act for first, then class by class. */
export function DayPage({ board, done, refusal }: DayPageProps) {
  return (
    <Page>
      <PageHeader
        title="Suivi du stage, jour après jour"
        trail={schoolTrail}
        crumb="Suivi du stage"
        lead={board ? leadOf(board) : "Les dates du prochain stage ne sont pas encore fixées."}
      />
      <DoneNotice page="followUp" done={done} />
      <RefusalNotice refusal={refusal} />
      {board ? <BoardOfDay {...board} /> : null}
    </Page>
  );
}

function leadOf({ day, today, period }: DayBoard): string {
  const shown = `${frenchDate(day, { weekday: true, year: false })}${day === today ? " (aujourd’hui)" : ""}`;
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)} · stage ${frenchPeriod(period.startsOn, period.endsOn)}`;
}

function BoardOfDay(board: DayBoard) {
  const { day, today, period, lines, classGroupId } = board;
  const hasCome = day <= today;
  const classes = dayClasses(lines, { hasCome });
  const pressing = lines.filter((line) => PRESSING_STATES.includes(stateOf(line, { hasCome })));
  const chosen = classes.find(({ id }) => id === classGroupId);
  const inFull = chosen ? [chosen] : classes.length <= MOST_CLASSES_IN_FULL ? classes : [];
  const shared = { day, hasCome, classGroupId: chosen?.id };
  return (
    <>
      <DayLinks day={day} today={today} period={period} classe={chosen?.id} />
      {lines.length === 0 ? (
        <EmptyState title="Aucun élève à suivre">
          <p>Aucune classe de seconde ne vous est confiée cette année. Le secrétariat peut corriger cela.</p>
        </EmptyState>
      ) : null}
      {pressing.length > 0 ? (
        <section aria-labelledby="d-abord">
          <h2 id="d-abord">À voir d’abord ({pressing.length})</h2>
          <DayLines lines={pressing} {...shared} withClass idPrefix="d-abord" />
        </section>
      ) : null}
      {classes.length > 1 ? <ClassFigures classes={classes} day={day} chosen={chosen?.id} /> : null}
      {inFull.map(({ id, name }) => (
        <section key={id} aria-labelledby={`classe-${id}`}>
          <h2 id={`classe-${id}`}>{name}</h2>
          <p>
            <Link to={paths.school.classSkills(id)}>Compétences de la classe {name}</Link>
          </p>
          <DayLines lines={lines.filter((line) => line.classGroupId === id)} {...shared} idPrefix="stage" />
        </section>
      ))}
    </>
  );
}

interface DayLinksProps {
  day: CalendarDate;
  today: CalendarDate;
  period: DayBoard["period"];
  classe: string | undefined;
}

function DayLinks({ day, today, period, classe }: DayLinksProps) {
  const link = (jour: string) => paths.school.followUp(classe ? { jour, classe } : { jour });
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  const name = (date: CalendarDate) => frenchDate(date, { weekday: true, year: false });
  const holdsToday = today >= period.startsOn && today <= period.endsOn;
  return (
    <nav aria-label="Autres jours" className="day-links">
      <ButtonRow>
        {before >= period.startsOn ? (
          <ButtonLink to={link(before)} variant="secondary" size="sm">
            {`← ${name(before)}`}
          </ButtonLink>
        ) : null}
        {holdsToday && day !== today ? (
          <ButtonLink to={link(today)} size="sm">
            Aujourd’hui
          </ButtonLink>
        ) : null}
        {after <= period.endsOn ? (
          <ButtonLink to={link(after)} variant="secondary" size="sm">
            {`${name(after)} →`}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </nav>
  );
}

interface ClassFiguresProps {
  classes: readonly DayClass[];
  day: CalendarDate;
  chosen: string | undefined;
}

function ClassFigures({ classes, day, chosen }: ClassFiguresProps) {
  return (
    <section aria-labelledby="classes">
      <h2 id="classes">Les classes</h2>
      <ul className="board">
        {classes.map(({ id, name, counts }) => (
          <li className="board__class" key={id}>
            <h3 className="board__name">
              <Link
                to={paths.school.followUp({ jour: day, classe: id })}
                aria-current={id === chosen ? "true" : undefined}
              >
                {name}
              </Link>
            </h3>
            <p>
              {plural(
                Object.values(counts).reduce((sum, count) => sum + count, 0),
                "élève",
              )}
            </p>
            <dl className="board__counts">
              {DAY_STATES.filter((state) => counts[state] > 0).map((state) => (
                <div key={state}>
                  <dt>{DAY_STATE_LABELS[state].text}</dt>
                  <dd>{counts[state]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
