import { Link } from "@remix-run/react";
import { STANDING_SLUGS } from "#app/domain/follow-up/board/board-filters.ts";
import type { OwnToDo } from "#app/domain/follow-up/board/own-to-do.ts";
import type { ClassInNeed } from "#app/domain/help/help-request.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { STATE_SLUGS } from "../agreements/state-slugs.ts";
import { atTeachersText } from "../messages/board.ts";

interface ToDo {
  key: string;
  to: string;
  text: string;
}

interface ToDoListProps {
  inNeed: readonly ClassInNeed[];
  /** Only what the reader may do: nobody is told to do what is another's. */
  own: OwnToDo;
}

/** What waits for the reader, the most urgent first; then what waits at the teachers', for those who can only ask. */
export function ToDoList({ inNeed, own }: ToDoListProps) {
  const list = [...inNeed.map(helpToDo), ...toDo(own)];
  return (
    <>
      {list.length === 0 ? <p>Rien ne vous attend aujourd’hui.</p> : null}
      {list.length > 0 ? (
        <ul className="to-do">
          {list.map(({ key, to, text }) => (
            <li key={key}>
              <Link to={to}>{typeset(text)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {own.atTeachers && own.atTeachers.total > 0 ? <p>{atTeachersText(own.atTeachers)}</p> : null}
    </>
  );
}

function helpToDo({ classGroupId, className, total }: ClassInNeed): ToDo {
  const asked = plural(total, "demande d’aide", "demandes d’aide");
  return {
    key: `aide-${classGroupId}`,
    to: paths.school.helpRequests({ classe: classGroupId }),
    text: `${asked} en ${className}`,
  };
}

function toDo({ toValidate, toComplete, toSign, toDecide }: OwnToDo): ToDo[] {
  const all = [
    {
      key: "completed",
      total: toValidate?.total ?? 0,
      to: paths.school.agreements({ etat: STATE_SLUGS.completed }),
      text: (count: number) => `${plural(count, "convention")} à valider`,
    },
    {
      key: "draft",
      total: toComplete.total,
      to: paths.school.agreements({ etat: STATE_SLUGS.draft }),
      text: (count: number) => `${plural(count, "convention")} à compléter`,
    },
    {
      key: "validated",
      total: toSign?.total ?? 0,
      to: paths.school.agreements({ etat: STATE_SLUGS.teacher_validated }),
      text: (count: number) => `${plural(count, "convention")} à imprimer et à faire signer`,
    },
    {
      key: "nothing",
      total: toDecide,
      to: `${paths.school.home({ situation: STANDING_SLUGS.nothing })}#eleves`,
      text: (count: number) => `${plural(count, "élève")} sans rien : dispense ou accueil au lycée à décider`,
    },
  ];
  return all.flatMap(({ total, text, ...link }) => (total > 0 ? [{ ...link, text: text(total) }] : []));
}
