import { expect, it } from "vitest";
import { freeSeatsText } from "#app/ui/employer/seat-texts.ts";

it("tells the free seats of each week, never their sum", () => {
  const seats = (week: 1 | 2, capacity: number, taken = 0) => ({ week, capacity, reserved: 0, taken });
  expect(freeSeatsText([seats(1, 6), seats(2, 6)])).toBe("6 places libres chaque semaine");
  expect(freeSeatsText([seats(1, 6, 2), seats(2, 6, 6)])).toBe(
    "Semaine 1 : 4 places libres · Semaine 2 : complet",
  );
  expect(freeSeatsText([seats(1, 12), seats(2, 0)])).toBe("Semaine 1 : 12 places libres");
  expect(freeSeatsText([seats(1, 2, 2), seats(2, 2, 2)])).toBe("Complet les deux semaines");
});
