import { Link } from "@remix-run/react";
import type { ClassBoard, Standing } from "#app/domain/follow-up/pupil-standing.ts";
import type { ClassInNeed } from "#app/domain/help/help-request.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { STATE_SLUGS } from "../agreements/state-slugs.ts";

interface ToDo {
  key: string;
  to: string;
  text: string;
}

interface ToDoListProps {
  classes: readonly ClassBoard[];
  inNeed: readonly ClassInNeed[];
  /** Whether the reader may validate agreements: others are never told to. */
  validates: boolean;
}

/** What waits for someone of the school, the most urgent first. */
export function ToDoList({ classes, inNeed, validates }: ToDoListProps) {
  const list = [...inNeed.map(helpToDo), ...toDo(classes, validates)];
  if (list.length === 0) return <p>Rien ne vous attend aujourd’hui.</p>;
  return (
    <ul className="to-do">
      {list.map(({ key, to, text }) => (
        <li key={key}>
          <Link to={to}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}

function helpToDo({ classGroupId, className, total }: ClassInNeed): ToDo {
  const asked = plural(total, "demande d’aide", "demandes d’aide");
  return {
    key: `aide-${classGroupId}`,
    to: `${paths.school.classGroup(classGroupId)}#demandes-aide`,
    text: `${asked} en ${className}`,
  };
}

function toDo(classes: readonly ClassBoard[], validates: boolean): ToDo[] {
  const agreements = (status: "completed" | "draft") =>
    classes.reduce((total, board) => total + (board.agreements[status] ?? 0), 0);
  const list: ToDo[] = [];
  const toValidate = agreements("completed");
  if (validates && toValidate > 0)
    list.push({
      key: "completed",
      to: paths.school.agreements({ etat: STATE_SLUGS.completed }),
      text: `${plural(toValidate, "convention")} à valider`,
    });
  const drafts = agreements("draft");
  if (drafts > 0)
    list.push({
      key: "draft",
      to: paths.school.agreements({ etat: STATE_SLUGS.draft }),
      text: `${plural(drafts, "convention")} à compléter`,
    });
  for (const board of classes) list.push(...classToDo(board));
  return list;
}

function classToDo({ id, name, standings }: ClassBoard): ToDo[] {
  const sentences: [Standing[], (count: string) => string][] = [
    [["nothing"], (count) => `${count} de ${name} sans place ni candidature`],
    [["to_confirm"], (count) => `${count} de ${name} avec une place à confirmer`],
    [["placed_week_1", "placed_week_2"], (count) => `${count} de ${name} avec une seule semaine trouvée`],
  ];
  return sentences.flatMap(([which, say]) => {
    const count = which.reduce((total, standing) => total + standings[standing], 0);
    if (count === 0) return [];
    return [
      { key: `${id}-${which.join("-")}`, to: paths.school.classGroup(id), text: say(plural(count, "élève")) },
    ];
  });
}
