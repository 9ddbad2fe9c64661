import { expect, it } from "vitest";
import { ClassPage } from "#app/ui/school/class-page.tsx";
import { boardLine } from "#app/domain/follow-up/board/board-line.ts";
import { boardPupil, season } from "#tests/domain/follow-up/board/pupil.ts";
import { html } from "./render.tsx";

const classGroup = { id: "c", name: "2de B", schoolUai: "u", expected: null };
const line = boardLine(
  boardPupil({ sent: 5, refused: 5, refusalReasons: { dates: 5 } }),
  classGroup,
  season,
  new Map(),
);

it("the page of a class names its table, and quotes the words of a pupil", () => {
  const markup = html(
    <ClassPage
      id="c"
      name="2de B"
      schoolName="Lycée des Quatre-Vents"
      pupils={[line]}
      now={season.now}
      reader="school"
      helpRequests={[
        {
          id: "h",
          pupilName: "Lina Petit",
          className: "2de B",
          waitingSince: null,
          topic: "search",
          body: "J’ai écrit partout.",
          askedAt: new Date(0),
          steps: [],
          readByMe: false,
        },
      ]}
      handledRequests={[]}
      justHandled={[]}
      done={null}
    />,
  );
  expect(markup).toMatch(/<h2 id="eleves">Élèves de la classe<\/h2>/);
  expect(markup).toMatch(/<caption>Recherche de stage de chaque élève de la classe 2de B/);
  expect(markup).toContain("Petit Lina");
  expect(markup).toMatch(/Refus\s: dates\s: 5/);
  expect(markup).toMatch(/<blockquote[^>]*>J’ai écrit partout\.<\/blockquote>/);
});
