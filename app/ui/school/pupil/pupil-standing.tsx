import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { typeset } from "#app/kernel/typography.ts";
import { StatusBadge } from "../../components/status-badge.tsx";
import { awaitedText } from "../../messages/awaited.ts";
import { helpText } from "../../messages/board.ts";
import { standingDetail, standingLabel } from "../../messages/standings.ts";

/** The pupil's line of the board, at the top of their page. */
export function PupilStanding({ line, now }: { line: BoardLine; now: Date }) {
  const label = standingLabel(line);
  const detail = standingDetail(line);
  const help = helpText(line);
  return (
    <section aria-labelledby="ou-en-est">
      <h2 id="ou-en-est">Où en est la recherche</h2>
      <p>
        <StatusBadge tone={label.tone} small={false}>
          {label.text}
        </StatusBadge>
        {detail ? ` ${typeset(detail)}` : ""}
      </p>
      {line.awaited ? <p>{typeset(`${awaitedText(line.awaited, now)}.`)}</p> : null}
      {help ? <p>{typeset(`À aider : ${help}.`)}</p> : null}
    </section>
  );
}
