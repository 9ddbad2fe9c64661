import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runMatch } from "#scripts/match/run.ts";

/** Ten pupils around Rennes, four offers. */
const PUPILS = `id,lat,lon,classes,max_km
p01,48.110,-1.680,school:0350024A qpv,30
p02,48.120,-1.680,school:0350024A,30
p03,48.130,-1.600,,30
p04,48.300,-1.600,,30
p05,48.100,-1.600,rep,30
p06,48.110,-1.700,,30
p07,48.115,-1.690,,10
p08,48.200,-1.650,,30
p09,48.105,-1.655,,30
p10,48.118,-1.640,school:0350024A,30
`;
const OFFERS = `id,lat,lon,sector,seats_1,seats_2,reserved
o1,48.110,-1.670,s1,1,1,
o2,48.110,-1.600,s2,2,1,
o3,48.200,-1.600,s2,1,1,school:0350024A
o4,48.120,-1.650,s3,2,2,
`;
const PREFERENCES = `pupil,rank,offer,contract
p01,1,o1,B
p01,2,o2,B
p02,1,o1,B
p02,2,o3,B
p03,1,o1,B
p03,2,o2,1
p03,5,o2,2
p04,1,o2,B
p04,3,o3,B
p05,1,o2,B
p06,1,o1,B
p06,2,o4,B
p07,1,o4,B
p08,1,o4,B
p08,2,o2,1
p09,1,o4,B
p10,2,o4,1
p10,3,o3,2
`;

let folder = "";
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");

function write(files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
}

const inputs = (): string[] => [
  ...["--pupils", path("pupils.csv"), "--offers", path("offers.csv")],
  ...["--preferences", path("preferences.csv"), "--seed", "2027"],
];
const outputs = (): string[] => ["--out", path("assignment.csv"), "--report", path("report.json")];

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runMatch(args, {
    out: (message) => out.push(message),
    error: (message) => error.push(message),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

async function assigned(...extra: string[]): Promise<string> {
  const result = await run(...inputs(), ...outputs(), ...extra);
  expect(result).toMatchObject({ code: 0 });
  return read("assignment.csv");
}

const verify = (assignment: string, ...extra: string[]) => {
  write({ "given.csv": assignment });
  return run("--verify", path("given.csv"), ...inputs(), ...extra);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "match-"));
  write({ "pupils.csv": PUPILS, "offers.csv": OFFERS, "preferences.csv": PREFERENCES });
});

describe("npm run match", () => {
  it("writes contracts sorted by pupil then contract, with the rank of the line and the reason", async () => {
    expect(await assigned()).toBe(
      [
        "pupil,offer,contract,rank,reason",
        "p01,o1,B,1,class",
        "p02,o3,B,2,uncontested",
        "p03,o2,1,2,band",
        "p05,o2,B,1,class",
        "p06,o4,B,2,lottery",
        "p07,o4,B,1,lottery",
        "",
      ].join("\n"),
    );
  });

  it("reports counts, ranks, distance, bound and the digest of the assignment", async () => {
    const assignment = await assigned();
    const report = JSON.parse(read("report.json")) as Record<string, unknown>;
    expect(report).toMatchObject({
      pupils: 10,
      placed: 5,
      halfPlaced: 1,
      unplaced: 4,
      ineligible: 1,
      ranks: { "1": 3, "2": 3 },
      blocking: 0,
      digest: createHash("sha256").update(assignment).digest("hex"),
    });
    expect(report.bound).toBeGreaterThanOrEqual(6);
    expect(report.meanKm).toBeGreaterThan(0);
    expect(report.ms).toBeGreaterThanOrEqual(0);
    expect(report.maxRssBytes).toBeGreaterThan(1e6);
  });

  it("gives the same bytes whatever the order of lines, line ends, byte-order mark and columns", async () => {
    const expected = await assigned();
    const reversed = (text: string) => {
      const [header = "", ...lines] = text.trimEnd().split("\n");
      return [header, ...lines.reverse()].join("\r\n");
    };
    write({
      "pupils.csv": `\uFEFF${reversed(PUPILS)}`,
      "offers.csv": `${reversed(OFFERS)}\r\n\r\n`,
      "preferences.csv": reversed(PREFERENCES),
    });
    expect(await assigned()).toBe(expected);
    const swapped = (line: string) => {
      const [pupil, rank, offer, contract] = line.split(",");
      return `"${contract}",${offer},"${pupil}",${rank}`;
    };
    write({ "preferences.csv": PREFERENCES.trimEnd().split("\n").map(swapped).join("\n") });
    expect(await assigned()).toBe(expected);
  });

  it("follows the hosts' own orders, and the rules when priority tags are switched off", async () => {
    write({ "rankings.csv": "offer,rank,pupil\no1,4,p06\no1,9,p02\no2,1,p04\n" });
    const ranked = await assigned("--rankings", path("rankings.csv"));
    expect(ranked).toContain("p01,o1,B,1,class\n");
    write({ "rules.json": '{"priorityTags":[]}' });
    const args = ["--rankings", path("rankings.csv"), "--rules", path("rules.json")];
    const free = await assigned(...args);
    expect(free).toContain("p06,o1,B,1,ranking\n");
    expect(free).toContain("p04,o2,B,1,ranking\n");
    expect((await verify(free, ...args)).code).toBe(0);
    expect((await verify(free)).code).toBe(1);
  });

  it("completes lists on demand, and such an assignment is verified with the completed lists", async () => {
    const assignment = await assigned("--tails", "3", "--lists", path("completed.csv"));
    const completed = read("completed.csv").trimEnd().split("\n");
    expect(completed).toEqual(expect.arrayContaining(PREFERENCES.trimEnd().split("\n")));
    expect(completed.filter((line) => line.startsWith("p04,")).sort()).toEqual(
      ["p04,1,o2,B", "p04,3,o3,B", "p04,4,o4,B", "p04,5,o1,B"].sort(),
    );
    expect((await verify(assignment)).code).toBe(1);
    write({ "preferences.csv": read("completed.csv") });
    expect((await verify(assignment)).code).toBe(0);
    expect(await assigned()).toBe(assignment);
  });

  it("judges an assignment with promotion up to the lottery", async () => {
    const promoted = await assigned("--promotion");
    expect((await verify(promoted, "--promotion")).code).toBe(0);
  });

  it("runs as a command, with its exit codes", () => {
    const command = ["--import", "tsx", "scripts/match.ts"];
    execFileSync(process.execPath, [...command, ...inputs(), ...outputs()], { stdio: "pipe" });
    expect(read("assignment.csv")).toContain("p01,o1,B");
    const refused = spawnSync(process.execPath, [...command, "--seed", "1"], { encoding: "utf8" });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--pupils");
  });
});

describe("npm run match -- --verify", () => {
  const cases: [name: string, tamper: (text: string) => string, word: string][] = [
    ["a dropped placement", (text) => text.replace(/p07.*\n/, ""), "bloquant"],
    ["two swapped places", (text) => text.replace("p07,o4", "p01,o4").replace("p01,o1", "p07,o1"), "demandé"],
    ["an extra placement in a full week", (text) => `${text}p08,o4,B,1,lottery\n`, "plus de contrats"],
    ["two contracts in one week", (text) => `${text}p03,o2,B,1,lottery\n`, "la même semaine"],
    ["the same line twice", (text) => `${text}p03,o2,1,2,band\n`, "la même semaine"],
    ["a contract that was not listed", (text) => `${text}p10,o1,1,1,band\n`, "demandé"],
    ["a forged eligibility", (text) => text.replace("p02,o3", "p04,o3"), "réservée"],
    [
      "a worse place than deserved",
      (text) => text.replace("p01,o1,B", "p03,o1,B").replace(/p03,o2.*\n/, ""),
      "bloquant",
    ],
    ["an unknown pupil", (text) => `${text}p99,o1,B,1,band\n`, "p99"],
    ["an unknown offer", (text) => `${text}p10,o99,1,1,band\n`, "o99"],
    ["an unknown contract", (text) => text.replace("p03,o2,1", "p03,o2,3"), "contrat inconnu"],
    ["a broken line", (text) => `${text}p10\n`, "ligne 8"],
  ];

  it.each(cases)("refuses %s", async (_, tamper, word) => {
    const result = await verify(tamper(await assigned()));
    expect(result.code).toBe(1);
    expect(result.error).toContain(word);
  });

  it("ignores rank and reason, the order of lines and line ends", async () => {
    const [, ...lines] = (await assigned()).trimEnd().split("\n");
    const bare = lines.map((line) => line.split(",").slice(0, 3).join(","));
    expect((await verify(`pupil,offer,contract\r\n${bare.reverse().join("\r\n")}`)).code).toBe(0);
    const forged = lines.map((line) => `${line.split(",").slice(0, 3).join(",")},x,y`);
    expect((await verify(`pupil,offer,contract,rank,reason\n${forged.join("\n")}\n`)).code).toBe(0);
  });

  it("needs the same seed", async () => {
    write({ "pupils.csv": PUPILS.replaceAll(/48\.\d+/g, "48.1").replaceAll(/qpv|rep/g, "") });
    const assignment = await assigned();
    const results = [];
    for (let seed = 0; seed < 10; seed++)
      results.push((await run("--verify", path("assignment.csv"), ...inputs().slice(0, -1), `${seed}`)).code);
    expect(assignment).toContain("lottery");
    expect(results).toContain(1);
  });
});

describe("Unusable input", () => {
  const bad: [name: string, file: string, line: string, number: number, word: string][] = [
    ["an unknown pupil", "preferences.csv", "p99,1,o1,B", 20, "p99"],
    ["an unknown offer", "preferences.csv", "p10,9,o9,B", 20, "o9"],
    ["a rank used twice", "preferences.csv", "p10,2,o1,B", 20, "rang 2 en double"],
    ["a contract listed twice", "preferences.csv", "p10,9,o4,1", 20, "déjà"],
    ["rank zero", "preferences.csv", "p10,0,o1,B", 20, "rang"],
    ["a fractional rank", "preferences.csv", "p10,1.5,o1,B", 20, "rang"],
    ["an unknown contract", "preferences.csv", "p10,9,o1,3", 20, "contrat"],
    ["a missing value", "preferences.csv", "p10,9,o1", 20, "valeurs"],
    ["negative seats", "offers.csv", "o9,48,2,s1,-1,1,", 6, "négatif"],
    ["seats that are no number", "offers.csv", "o9,48,2,s1,1,x,", 6, "seats_2"],
    ["an infinite latitude", "offers.csv", "o9,Infinity,2,s1,1,1,", 6, "latitude"],
    ["an empty longitude", "pupils.csv", "p11,48,,,30", 12, "longitude"],
    ["a limit that is not a number", "pupils.csv", "p11,48,2,,NaN", 12, "max_km"],
    ["a pupil twice", "pupils.csv", "p10,48,2,,30", 12, "en double"],
    ["an offer twice", "offers.csv", "o4,48,2,s1,1,1,", 6, "en double"],
    ["an empty identifier", "pupils.csv", ",48,2,,30", 12, "identifiant"],
    ["a pupil ranked twice", "rankings.csv", "o1,3,p01", 4, "déjà classé"],
    ["a ranking rank used twice", "rankings.csv", "o1,1,p03", 4, "rang 1 en double"],
    ["an unknown ranked pupil", "rankings.csv", "o1,3,p77", 4, "p77"],
  ];

  it.each(bad)("stops with code 2 and the line number on %s, unless told to skip it", async (...test) => {
    const [, file, line, number, word] = test;
    write({ "rankings.csv": "offer,rank,pupil\no1,1,p01\no1,2,p02\n" });
    const args = ["--rankings", path("rankings.csv")];
    const expected = await assigned(...args);
    write({ [file]: `${read(file)}${line}\n` });
    const out = ["--out", path("other.csv"), "--report", path("other.json")];
    const stopped = await run(...inputs(), ...args, ...out);
    expect(stopped.code).toBe(2);
    expect(stopped.error).toContain(`${file}, ligne ${number} : `);
    expect(stopped.error).toContain(word);
    expect(existsSync(path("other.csv"))).toBe(false);
    expect((await verify(expected, ...args)).code).toBe(2);

    expect(await assigned(...args, "--skip-invalid")).toBe(expected);
    expect(JSON.parse(read("report.json"))).toMatchObject({ skippedLines: 1 });
    expect((await verify(expected, ...args, "--skip-invalid")).code).toBe(0);
  });

  it("stops with code 2 on a missing file, column or option, on bad rules, and on a folder that is not there", async () => {
    const runs = [
      await run(...inputs().slice(2), ...outputs()),
      await run(...inputs(), "--out", path("a.csv")),
      await run(...inputs(), ...outputs(), "--tails", "-1"),
      await run(...inputs(), ...outputs(), "--unknown"),
      await run(...inputs(), ...outputs(), "--rankings", path("absent.csv")),
      await run(...inputs(), ...outputs(), "--rankings", path("offers.csv")),
      await run(...inputs(), ...outputs(), "--rules", path("offers.csv")),
      await run(...inputs(), "--out", path("none/a.csv"), "--report", path("r.json")),
      await run("--verify", path("absent.csv"), ...inputs()),
    ];
    expect(runs.map((result) => result.code)).toEqual(runs.map(() => 2));
    expect(runs.every((result) => result.error !== "")).toBe(true);
  });

  it("accepts files without lines", async () => {
    write({ "pupils.csv": "id,lat,lon,classes,max_km\n", "preferences.csv": "pupil,rank,offer,contract\n" });
    expect(await assigned("--tails", "2")).toBe("pupil,offer,contract,rank,reason\n");
    write({ "offers.csv": "id,lat,lon,sector,seats_1,seats_2,reserved\n", "pupils.csv": PUPILS });
    expect(await assigned("--tails", "2")).toBe("pupil,offer,contract,rank,reason\n");
    expect(JSON.parse(read("report.json"))).toMatchObject({
      pupils: 10,
      unplaced: 10,
      bound: 0,
      meanKm: null,
    });
  });
});
