import { expect, it } from "vitest";
import { ClassPage } from "#app/ui/school/class-page.tsx";
import { html } from "./render.tsx";

it("the page of a class names its table, and quotes the words of a pupil", () => {
  const markup = html(
    <ClassPage
      id="c"
      name="2de B"
      schoolName="Lycée des Quatre-Vents"
      pupils={[
        {
          id: "p",
          name: "Lina Petit",
          classGroupId: "c",
          activated: true,
          weeks: [],
          live: 0,
          toConfirm: 0,
          agreements: [],
        },
      ]}
      reader="school"
      helpRequests={[
        {
          id: "h",
          pupilName: "Lina Petit",
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
  expect(markup).toMatch(/<blockquote[^>]*>J’ai écrit partout\.<\/blockquote>/);
});
