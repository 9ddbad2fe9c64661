import { describe, expect, it } from "vitest";
import { measureBudgets } from "#scripts/check/budgets.ts";
import { findDuplicates } from "#scripts/check/duplicates.ts";
import { findNamedTests } from "#scripts/check/named-tests.ts";
import { readSourceFacts } from "#scripts/check/source-facts.ts";

const statements = (count: number) =>
  Array.from({ length: count }, (_, index) => `  step${index}();`).join("\n");
const problemsOf = (path: string, text: string) => measureBudgets([{ path, text }]).problems;

describe("the budgets of the code", () => {
  it("refuse a file that no one can take in", () => {
    expect(problemsOf("tests/long.test.ts", `${statements(351)}\n`)).toEqual([
      "tests/long.test.ts: 351 lines > 350",
    ]);
    expect(problemsOf("tests/long.test.ts", `${statements(350)}\n`)).toEqual([]);
  });

  it("refuse a loader that does the work of a use case", () => {
    const loader = `export async function loader() {\n${statements(41)}\n}\n`;
    expect(problemsOf("app/routes/public/page.tsx", loader)).toContain(
      "app/routes/public/page.tsx:1 loader: 43 lines > 40",
    );
    expect(problemsOf("app/domain/page.ts", loader)).toEqual([]);
  });

  it("measure actions written as constants too", () => {
    const action = `export const action = async () => {\n${statements(50)}\n};\n`;
    expect(problemsOf("app/routes/public/page.tsx", action)).toContain(
      "app/routes/public/page.tsx:1 action: 52 lines > 50",
    );
  });

  it("refuse what puts off the types or the work", () => {
    const evasive = [
      "let x: any;",
      "/" + "/ @ts-" + "ignore",
      "/" + "/ TO" + "DO later",
      'const fine = "any";',
    ];
    expect(readSourceFacts("a.ts", evasive.join("\n")).evasions.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it("look for the test of each use case at its own place, under its name", () => {
    const useCase = `export async function openDoor({ db }: ActorContext, input: Door) {}\n`;
    const files = {
      "app/domain/doors/open-door.server.ts": useCase,
      "app/domain/doors/locks/open-door.server.ts": useCase,
      "app/domain/doors/shut-door.server.ts": `export async function shutDoor(tx: Transaction) {}\n`,
      "tests/domain/doors/open-door.test.ts": "",
    };
    const facts = Object.entries(files).map(([path, text]) => ({ path, ...readSourceFacts(path, text) }));
    expect(findNamedTests(facts)).toEqual({
      useCases: ["doors/open-door", "doors/locks/open-door"],
      untested: ["doors/locks/open-door"],
    });
  });

  it("find a block that stands twice, whatever its indentation", () => {
    const block = statements(15);
    const found = findDuplicates([
      { path: "a.ts", text: `start();\n${block}\n` },
      { path: "b.ts", text: block.replace(/^ {2}/gm, "\t") },
    ]);
    expect(found).toEqual([{ first: "a.ts:2", second: "b.ts:1", lines: 15 }]);
    expect(findDuplicates([{ path: "a.ts", text: `start();\n${statements(14)}\n` }])).toEqual([]);
  });
});
