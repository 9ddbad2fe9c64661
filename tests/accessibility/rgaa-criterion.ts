/** What was seen: a test that fails when it is no longer so, or what somebody looked at on the day of the audit. */
export type Evidence = { test: string; name: string } | { looked: string };

export interface Criterion {
  id: string;
  /** In a few words of ours; the official text is in the RGAA 4.1.2. */
  about: string;
  state: "conform" | "not_applicable";
  evidence: readonly Evidence[];
}

export const conform = (id: string, about: string, ...evidence: Evidence[]): Criterion => ({
  id,
  about,
  state: "conform",
  evidence,
});

export const notApplicable = (id: string, about: string, why: string): Criterion => ({
  id,
  about,
  state: "not_applicable",
  evidence: [looked(why)],
});

/** A part of the name of a test, in its file. */
export const test = (file: string, name: string): Evidence => ({ test: file, name });
export const looked = (what: string): Evidence => ({ looked: what });

/** Every page of every audience, on two screens and in both themes. */
export const AXE = test("tests/e2e/accessibility.spec.ts", "breaks a rule of axe");
