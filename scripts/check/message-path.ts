import path from "node:path";
import type { BudgetReport, SourceFile } from "./budget-report.ts";

/**
 * How much a reader goes through to follow one message: the files of the messaging wing that are loaded from the recording of
 * `application.submitted` to the e-mail that its host gets. What serves other events, other jobs, samples or styles
 * alone is not on the way.
 */
const MAX_FILES_ON_THE_WAY = 27;
/** And how many files of the service name one e-mail: those that a new one touches. */
const MAX_FILES_OF_AN_EMAIL = 5;

const STARTS = [
  "app/domain/applications/events.ts",
  "app/domain/outbox/record-event.server.ts",
  "app/jobs/tasks.server.ts",
  "app/domain/notifications/compose/dispatch-event.server.ts",
  "app/domain/notifications/compose/handlers/applications.server.ts",
  "app/emails/applications/application-received.tsx",
];
const WING = /^app\/(domain\/(outbox|notifications)|emails)\/|^app\/domain\/applications\/events\.ts$/;
/** Handlers, facts and e-mails of other events; what other jobs do; samples and styles. */
const OF_OTHERS = [
  /\/handlers\/(?!applications\.)/,
  /\/compose\/(?!application-|pupil-class)[a-z-]+-facts\.queries/,
  /^app\/emails\/(?!applications\/)[a-z]+\//,
  /^app\/emails\/(samples\.|email-styles\.|applications\/(?!application-received\.))/,
  /^app\/domain\/notifications\/(events\.ts$|delivery\/|schedule\/(plan-|request-|remind|due-|rel|rewrite-|stand|waiting-|write-digest))/,
];

/** Modules that a file loads: types alone load nothing. */
function loadedBy({ path: file, text }: SourceFile): string[] {
  const specifiers = [
    ...text.matchAll(/^import (?!type\b)[^;]*?from "([#.][^"]+)"|\bimport\("([#.][^"]+)"\)/gms),
  ];
  return specifiers.map(([, imported, awaited]) => {
    const specifier = imported ?? awaited ?? "";
    return specifier.startsWith("#")
      ? specifier.slice(1)
      : path.posix.join(path.posix.dirname(file), specifier);
  });
}

export function filesOnTheWay(sources: readonly SourceFile[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const waiting = STARTS.filter((file) => byPath.has(file));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    const source = byPath.get(file);
    if (!source || reached.has(file)) continue;
    reached.add(file);
    const next = loadedBy(source).filter(
      (one) => WING.test(one) && !OF_OTHERS.some((other) => other.test(one)),
    );
    waiting.push(...next);
  }
  return [...reached].sort();
}

/** The files that name an e-mail, for the one that most of them name. */
function filesOfAnEmail(sources: readonly SourceFile[]): string[] {
  const app = sources.filter(({ path: file }) => file.startsWith("app/"));
  const names = app
    .filter(({ path: file }) => file.startsWith("app/emails/"))
    .flatMap(({ text }) => [...text.matchAll(/^ {2}name: "([a-z-]+)"/gm)].map(([, name = ""]) => name));
  const ofEach = names.map((name) =>
    app
      .filter(({ text }) => text.includes(`"${name}"`) || text.includes(`/${name}.tsx"`))
      .map((one) => one.path),
  );
  return ofEach.reduce((most, files) => (files.length > most.length ? files : most), []);
}

export function messageProblems(sources: readonly SourceFile[], report: BudgetReport): void {
  const way = filesOnTheWay(sources);
  const touched = filesOfAnEmail(sources);
  report.figures.push(
    `from application.submitted to its e-mail: ${way.length} files; an e-mail is named in ${touched.length} at most`,
  );
  if (way.length > MAX_FILES_ON_THE_WAY)
    report.problems.push(
      `${way.length} files on the way of a message > ${MAX_FILES_ON_THE_WAY}: ${way.join(", ")}`,
    );
  if (touched.length > MAX_FILES_OF_AN_EMAIL)
    report.problems.push(
      `${touched.length} files name one e-mail > ${MAX_FILES_OF_AN_EMAIL}: ${touched.join(", ")}`,
    );
}
