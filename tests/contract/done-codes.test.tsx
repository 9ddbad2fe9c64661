import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { DONE_CODES, doneOn, type DoneCode, type DonePage } from "#app/paths.ts";
import { DecisionDone } from "#app/ui/admin/failures-page.tsx";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { FollowedApplicationDone } from "#app/ui/guardian/followed-application-page.tsx";
import { LetterCodePage } from "#app/ui/guardian/letter-code-page.tsx";
import { DONE_TEXTS, type ToldPage } from "#app/ui/messages/done.ts";
import { ApplicationDone } from "#app/ui/pupil/application-done.tsx";
import { ApplyNotice } from "#app/ui/pupil/apply/apply-notice.tsx";
import { html } from "#tests/ui/render.tsx";

/** The state in which an application is left by what was just done. */
const LEFT_IN: Record<DoneCode<"pupilApplication">, ApplicationStatus> = {
  envoyee: "submitted",
  "deja-envoyee": "seen",
  confirmee: "confirmed",
  reprise: "submitted",
  retiree: "withdrawn",
  avis: "confirmed",
};

function application(status: ApplicationStatus) {
  const [deadlineAt, updatedAt] = [new Date("2027-03-10T17:00:00Z"), new Date("2027-03-03T10:00:00Z")];
  return {
    id: "a",
    offerId: "o",
    campaignId: "c",
    title: "Découverte d’un fournil",
    organisation: "Boulangerie Martin",
    town: "Rennes",
    status,
    weeks: [1 as const],
    offerIsOpen: true,
    deadlineAt,
    updatedAt,
    agreement: null,
  };
}

/** Pages whose words depend on the thing itself, as they stand once it is done. */
const DONE_NOTICES: { [On in Exclude<DonePage, ToldPage>]: (done: DoneCode<On>) => ReactElement } = {
  pupilApplication: (done) => (
    <ApplicationDone done={done} application={application(LEFT_IN[done])} opinionGiven weeks={[]} />
  ),
  apply: (done) => <ApplyNotice done={done} offerId="o" reused={false} />,
  guardianApplication: (done) => (
    <FollowedApplicationDone
      done={done}
      application={{ status: done === "opposition-annulee" ? "submitted" : "withdrawn", objected: true }}
      pupilFirstName="Inès"
    />
  ),
  guardianCode: (done) => (
    <LetterCodePage
      token="t"
      pupilFirstName="Inès"
      application={{ id: "a", title: "Découverte d’un fournil" }}
      destination={{ by: "email", hint: "m…@example.org" }}
      done={done}
      refusal={undefined}
    />
  ),
  failures: (done) => <DecisionDone done={done} count={2} />,
};

const told = Object.keys(DONE_TEXTS) as ToldPage[];
const tellingThemselves = Object.keys(DONE_NOTICES) as (keyof typeof DONE_NOTICES)[];

function notice<On extends DonePage>(page: On, done: DoneCode<On>): string {
  const own: Partial<Record<DonePage, (done: never) => ReactElement>> = DONE_NOTICES;
  const shown = own[page]?.(done as never);
  return html(shown ?? <DoneNotice page={page as ToldPage} done={done as DoneCode<ToldPage>} />);
}

describe("what was just done", () => {
  const all = (Object.keys(DONE_CODES) as DonePage[]).flatMap((page) =>
    DONE_CODES[page].map((code) => ({ page, code })),
  );

  it("is told by every page that an address can tell it to", () => {
    expect([...told, ...tellingThemselves].sort()).toEqual(Object.keys(DONE_CODES).sort());
  });

  it.each(all)("is told on $page after $code, in words, where screen readers hear it", ({ page, code }) => {
    const said = /role="status"[^>]*>\s*<h\d[^>]*>([^<]+)/.exec(notice(page, code))?.[1] ?? "";
    expect(said).toMatch(/^[A-ZÀÉ0-9].{8,}/);
  });

  it.each(all)("is read from the address of $page: $code", ({ page, code }) => {
    expect(doneOn(page, new URLSearchParams({ fait: code }))).toBe(code);
  });

  it.each(["", "constructor", "__proto__", "toString", "ENVOYEE", "envoyee "])(
    "is nothing when the address says %j",
    (fait) => {
      for (const page of Object.keys(DONE_CODES) as DonePage[])
        expect(doneOn(page, new URLSearchParams({ fait }))).toBeNull();
    },
  );

  it("is not told once it no longer holds", () => {
    const gone = { confirmee: "cancelled", envoyee: "declined", retiree: "submitted" } as const;
    for (const [done, status] of Object.entries(gone))
      expect(
        html(
          <ApplicationDone
            done={done as keyof typeof gone}
            application={application(status)}
            opinionGiven={false}
            weeks={[]}
          />,
        ),
      ).toBe("");
  });
});
