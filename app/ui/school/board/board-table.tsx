import { Link } from "@remix-run/react";
import { DECLINE_REASONS } from "#app/domain/applications/application.ts";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../../components/status-badge.tsx";
import { awaitedText } from "../../messages/awaited.ts";
import { helpText, lettersText, refusalsText, shortDay, signInText } from "../../messages/board.ts";
import { standingDetail, standingLabel } from "../../messages/standings.ts";

interface BoardTableProps {
  caption: string;
  lines: readonly BoardLine[];
  now: Date;
  /** Where pupils of several classes stand together. */
  showClass: boolean;
}

/** A line a pupil, family name first; cards on a phone. */
export function BoardTable({ caption, lines, now, showClass }: BoardTableProps) {
  return (
    <div className="table-scroll">
      <table className="school-table board-table">
        <caption>{typeset(caption)}</caption>
        <thead>
          <tr>
            <th scope="col">Élève</th>
            <th scope="col">Situation</th>
            <th scope="col">Candidatures</th>
            <th scope="col">Première connexion</th>
            <th scope="col">Dernière étape</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <BoardRow key={line.id} line={line} now={now} showClass={showClass} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BoardRow({ line, now, showClass }: { line: BoardLine; now: Date; showClass: boolean }) {
  const letters = lettersText(line);
  const refusals = refusalsText(
    DECLINE_REASONS.flatMap((reason) => {
      const count = line.refusalReasons[reason];
      return count ? [{ reason, count }] : [];
    }),
  );
  return (
    <tr>
      <th scope="row">
        <div className="board-table__choice">
          <input
            type="checkbox"
            name="choix"
            value={line.id}
            aria-label={`Choisir ${line.lastName} ${line.firstName}`}
          />
          <Link to={paths.school.pupil(line.id)}>
            {line.lastName} {line.firstName}
          </Link>
        </div>
        {showClass || line.isReferent ? <p className="board-table__class">{line.className}</p> : null}
        {line.isReferent ? <p className="board-table__class">Stage qui vous est confié</p> : null}
      </th>
      <td>
        <Situation line={line} now={now} />
      </td>
      <td>
        <span className="school-table__label">Candidatures&nbsp;: </span>
        {letters ?? "aucune"}
        {refusals ? <p className="board-table__more">{typeset(`Refus : ${refusals}`)}</p> : null}
      </td>
      <td>
        <span className="school-table__label">Première connexion&nbsp;: </span>
        {signInText(line)}
      </td>
      <td>
        <span className="school-table__label">Dernière étape&nbsp;: </span>
        {line.lastStepAt ? shortDay(line.lastStepAt) : "aucune"}
      </td>
    </tr>
  );
}

/** Where the pupil stands, whom all wait for, and why help is needed. */
function Situation({ line, now }: { line: BoardLine; now: Date }) {
  const label = standingLabel(line);
  const detail = standingDetail(line);
  const help = helpText(line);
  return (
    <>
      <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
      {detail ? <span className="board-table__detail"> {typeset(detail)}</span> : null}
      {line.awaited ? <p>{typeset(awaitedText(line.awaited, now))}</p> : null}
      {line.agreements.length > 0 ? (
        <p className="board-table__more">
          {line.agreements.map(({ id, hostName }, index) => (
            <span key={id}>
              {index > 0 ? ", " : ""}
              <Link to={paths.school.agreement(id)}>{hostName}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {help ? <p className="board-table__more">{typeset(`À aider : ${help}`)}</p> : null}
    </>
  );
}
