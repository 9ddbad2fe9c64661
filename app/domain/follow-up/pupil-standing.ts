import type { AgreementStatus } from "../agreements/agreement.ts";

/** Where a pupil stands in the search for a place, from the most to the least worrying. */
export const STANDINGS = [
  "nothing",
  "applying",
  "to_confirm",
  "placed_week_1",
  "placed_week_2",
  "placed",
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface PupilAgreementLink {
  id: string;
  status: AgreementStatus;
  hostName: string;
}

export interface FollowedPupil {
  id: string;
  name: string;
  classGroupId: string;
  /** Has a way to sign in. */
  activated: boolean;
  /** Weeks with a confirmed place; one whose agreement was called off is a place no more. */
  weeks: number[];
  /** Applications that wait for the host's or the pupil's word. */
  live: number;
  /** Of which accepted by the host: the pupil must confirm. */
  toConfirm: number;
  agreements: PupilAgreementLink[];
}

export function standingOf({ weeks, live, toConfirm }: FollowedPupil): Standing {
  if (weeks.includes(1) && weeks.includes(2)) return "placed";
  if (weeks.includes(1)) return "placed_week_1";
  if (weeks.includes(2)) return "placed_week_2";
  if (toConfirm > 0) return "to_confirm";
  return live > 0 ? "applying" : "nothing";
}

export interface ClassBoard {
  id: string;
  name: string;
  /** Those that the school expects; null where it has not said. */
  expected: number | null;
  pupils: number;
  /** Of which with a way to sign in. */
  activated: number;
  standings: Record<Standing, number>;
  agreements: Partial<Record<AgreementStatus, number>>;
}

/** Counts of each class, in the order of the classes given. */
export function classBoards(
  classes: readonly { id: string; name: string; expected: number | null }[],
  pupils: readonly FollowedPupil[],
): ClassBoard[] {
  return classes.map(({ id, name, expected }) => {
    const members = pupils.filter(({ classGroupId }) => classGroupId === id);
    const found = members.flatMap(({ agreements }) => agreements.map(({ status }) => status));
    return {
      id,
      name,
      expected,
      pupils: members.length,
      activated: members.filter(({ activated }) => activated).length,
      standings: countEach(members.map(standingOf)),
      agreements: Object.fromEntries(
        [...new Set(found)].map((status) => [status, found.filter((other) => other === status).length]),
      ),
    };
  });
}

function countEach(found: readonly Standing[]): Record<Standing, number> {
  const count = (standing: Standing) => found.filter((other) => other === standing).length;
  return {
    nothing: count("nothing"),
    applying: count("applying"),
    to_confirm: count("to_confirm"),
    placed_week_1: count("placed_week_1"),
    placed_week_2: count("placed_week_2"),
    placed: count("placed"),
  };
}
