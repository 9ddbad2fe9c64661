import { expect, it } from "vitest";
import type { Awaited } from "#app/domain/agreements/awaited/awaited.ts";
import { awaitedOfPupil } from "#app/domain/follow-up/board/pupil-awaited.ts";
import { awaitedText } from "#app/ui/messages/awaited.ts";
import { boardPupil, season } from "./pupil.ts";

const at = (day: string) => new Date(`${day}T08:00:00Z`);
const waiting: Awaited = { party: "teacher", act: "validation", missing: [], since: at("2027-03-10") };
const agreement = { id: "a", status: "completed" as const, hostName: "h", awaited: waiting };
const told = (change: Parameters<typeof boardPupil>[0]) => {
  const awaited = awaitedOfPupil(boardPupil(change), season);
  return awaited && awaitedText(awaited, season.now);
};

it("waits for the pupil until they come, write, and write again", () => {
  expect(told({})).toBe("Attend l’élève (première connexion), depuis 59 jours");
  expect(told({ firstSeenAt: at("2027-03-14") })).toBe("Attend l’élève (première candidature), depuis hier");
  expect(told({ sent: 1, lastStepAt: at("2027-03-14") })).toBe(
    "Attend l’élève (nouvelle candidature), depuis hier",
  );
  expect(told({ firstSeenAt: at("2027-02-01"), sent: 2, lastStepAt: at("2027-03-15") })).toBe(
    "Attend l’élève (nouvelle candidature), depuis aujourd’hui",
  );
});

it("waits for a yes to be confirmed first, then for the agreement, then for the oldest letter's host", () => {
  const letters = { firstSeenAt: at("2027-02-01"), sent: 2, awaiting: 1, awaitingSince: at("2027-03-05") };
  expect(told(letters)).toBe("Attend la structure d’accueil (réponse), depuis 10 jours");
  const half = { ...letters, weeks: [1 as const], agreements: [agreement] };
  expect(told(half)).toBe("Attend l’équipe enseignante (validation de la convention), depuis 5 jours");
  expect(told({ ...half, toConfirm: 1, acceptedSince: at("2027-03-13") })).toBe(
    "Attend l’élève (confirmation de la place), depuis 2 jours",
  );
});

it("waits for nobody once all is signed, and for no letter before pupils may write", () => {
  expect(told({ weeks: [1, 2], agreements: [{ ...agreement, awaited: null }] })).toBeNull();
  const before = { ...season, now: at("2027-01-10") };
  expect(awaitedOfPupil(boardPupil(), before)).toBeNull();
});
