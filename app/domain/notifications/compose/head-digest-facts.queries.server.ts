import type { Actor } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import { ownToDo } from "#app/domain/follow-up/board/own-to-do.ts";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import type { Standing } from "#app/domain/follow-up/board/standing.ts";
import type { Waiting } from "#app/domain/follow-up/board/board-totals.ts";
import { listUnreadHelpSince } from "#app/domain/help/help.queries.server.ts";
import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";

/** What waits at a school as its head sees it: figures, and no pupil. */
interface HeadFigures {
  toSign: Waiting;
  toComplete: Waiting;
  /** Pupils without anything, when it is time to let them off or to welcome them at school. */
  toDecide: number;
  atTeachers: Waiting;
  /** Pupils whose place was taken back. */
  toReplace: number;
  withNothing: number;
  /** Requests for help that nobody has read, of those that this head may read. */
  unreadHelp: Waiting;
}

const NONE: Waiting = { total: 0, days: 0 };

/** The figures of a school for one of its heads; null when nothing waits. Pupils with nothing are told along, and alone they are no news. */
export async function getHeadFigures(
  db: Queryable,
  { schoolUai, personId }: { schoolUai: string; personId: string },
  now: Date,
): Promise<HeadFigures | null> {
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return null;
  const actor = headOf(schoolUai, personId);
  const { lines } = await getBoard(db, actor, { campaign, now });
  const own = ownToDo(lines, { reader: "office", now, startsOn: campaign.startsOn });
  const unread = await listUnreadHelpSince(db, actor, campaign);
  const days = unread.map((since) => daysBetween(parisDate(since), parisDate(now)));
  const figures: HeadFigures = {
    toSign: own.toSign ?? NONE,
    toComplete: own.toComplete,
    toDecide: own.toDecide,
    atTeachers: own.atTeachers ?? NONE,
    toReplace: countIn(lines, "to_replace"),
    withNothing: countIn(lines, "nothing"),
    unreadHelp: { total: unread.length, days: Math.max(0, ...days) },
  };
  const { toSign, toComplete, toDecide, toReplace, atTeachers, unreadHelp } = figures;
  const waiting = [toSign, toComplete, atTeachers, unreadHelp].reduce((sum, { total }) => sum + total, 0);
  return waiting + toDecide + toReplace > 0 ? figures : null;
}

function countIn(lines: readonly BoardLine[], wanted: Standing): number {
  return lines.filter(({ standing }) => standing === wanted).length;
}

/** The head at this school alone: the digest of a school tells nothing of another. */
function headOf(schoolUai: string, personId: string): Actor {
  const affiliation = { role: "schoolHead" as const, schoolUai, organisationId: null, academyCode: null };
  return { personId, firstName: "", lastName: "", affiliations: [affiliation] };
}
