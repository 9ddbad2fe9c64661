import { describe, expect, it } from "vitest";
import {
  boardQuery,
  filterLines,
  pageOfLines,
  readBoardFilters,
} from "#app/domain/follow-up/board/board-filters.ts";
import { boardLine } from "#app/domain/follow-up/board/board-line.ts";
import { boardPupil, season } from "./pupil.ts";

const line = (id: string, lastName: string, change = {}) => {
  const classGroup = { id: id.slice(0, 1), name: `2de ${id.slice(0, 1)}`, schoolUai: "u", expected: null };
  const pupil = boardPupil({ id, lastName, classGroupId: classGroup.id, ...change });
  return boardLine(pupil, classGroup, season, new Map());
};
const lines = [
  line("a1", "Zola", { awaiting: 1, sent: 1, awaitingSince: season.now, lastStepAt: season.now }),
  line("a2", "Émile"),
  line("b3", "Petit", { weeks: [1, 2] }),
];
const shown = (query: string) =>
  filterLines(lines, readBoardFilters(new URLSearchParams(query))).map(({ id }) => id);

describe("the filters of the board", () => {
  it("show all pupils, those to help first, unless told otherwise", () => {
    expect(shown("")).toEqual(["a2", "a1", "b3"]);
    expect(shown("tri=nom")).toEqual(["a2", "b3", "a1"]);
    expect(shown("tri=attente")).toEqual(["a2", "a1", "b3"]);
  });

  it("keep a class, a standing, and names by their words, whatever their accents", () => {
    expect(shown("classe=a")).toEqual(["a2", "a1"]);
    expect(shown("situation=rien")).toEqual(["a2"]);
    expect(shown("nom=emile+lin")).toEqual(["a2"]);
    expect(shown("nom=nobody")).toEqual([]);
  });

  it("leave out what they do not understand", () => {
    expect(shown("situation=__proto__&tri=toString")).toEqual(["a2", "a1", "b3"]);
  });

  it("are spelt in the address as they were read", () => {
    for (const address of ["", "classe=a&situation=rien&nom=x&tri=nom", "situation=signee"]) {
      const read = readBoardFilters(new URLSearchParams(address));
      const spelt = Object.entries(boardQuery(read)).filter((pair): pair is [string, string] => !!pair[1]);
      expect(readBoardFilters(new URLSearchParams(spelt))).toEqual(read);
    }
  });
});

it("pages follow one another without losing or repeating a pupil", () => {
  const first = pageOfLines(lines, null, 2);
  expect(first).toMatchObject({ from: 0, nextAfter: "a2" });
  expect(pageOfLines(lines, first.nextAfter, 2)).toMatchObject({ page: [{ id: "b3" }], nextAfter: null });
  expect(pageOfLines(lines, "gone", 2)).toMatchObject({ from: 0 });
});
