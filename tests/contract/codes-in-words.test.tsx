import { describe, expect, it } from "vitest";
import { AGREEMENT_STATUSES } from "#app/domain/agreements/agreement.ts";
import {
  APPLICATION_PARTIES,
  APPLICATION_STATUSES,
  CANCEL_REASONS,
  DECLINE_REASONS,
  WITHDRAW_WORDS,
} from "#app/domain/applications/application.ts";
import { HELP_TOPICS } from "#app/domain/help/help-request.ts";
import { MESSAGE_STATUSES } from "#app/domain/notifications/message-states.ts";
import { SKIP_REASONS } from "#app/domain/notifications/skip-reasons.ts";
import { PROVIDER_STATUSES } from "#app/domain/notifications/delivery/webhook-event.ts";
import { CHANNELS } from "#app/domain/outbox/channels.ts";
import { AgreementTimeline } from "#app/ui/agreements/agreement-timeline.tsx";
import { Timeline } from "#app/ui/components/timeline.tsx";
import { applicationDeclined } from "#app/emails/applications/application-declined.tsx";
import { renderEmail } from "#app/emails/render-email.server.ts";
import {
  applicationStep,
  cancelReasonText,
  DECLINE_REASON_LABELS,
} from "#app/ui/messages/application-steps.ts";
import type { ApplicationReader } from "#app/ui/messages/applications.ts";
import { HELP_TOPIC_LABELS } from "#app/ui/messages/help.ts";
import {
  channelText,
  eventText,
  messageStatusText,
  providerStatusText,
  skipReasonText,
} from "#app/ui/messages/administration/message-log.ts";
import { html } from "#tests/ui/render.tsx";

const at = new Date("2027-03-01T09:00:00Z");
const READERS: ApplicationReader[] = ["pupil", "guardian", "host", "teacher"];
/** Every reason that anything keeps, and one that an older version may have kept. */
const REASONS = [...DECLINE_REASONS, ...CANCEL_REASONS, ...WITHDRAW_WORDS, ...SKIP_REASONS, "code_of_before"];

/** Words of a page, without its tags; a code of ours has an underscore, or is one English word. */
function wordsOf(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, " ");
}
const expectNoCode = (words: string) => {
  expect(words).not.toMatch(/[a-z]_[a-z]/);
  for (const reason of REASONS) if (reason !== "dates") expect(words.split(/\W+/)).not.toContain(reason);
};

describe("no code of ours reaches a page", () => {
  it("in the course of an application, whatever happened, why, by whom and for whom", () => {
    for (const reader of READERS)
      for (const to of APPLICATION_STATUSES)
        for (const by of APPLICATION_PARTIES)
          for (const reason of REASONS) {
            const told = applicationStep({ from: null, to, by, reason, at }, reader);
            expectNoCode(`${told.title} ${told.detail ?? ""}`);
          }
  });

  it("in the course of an agreement: a cancelled place says why in words", () => {
    for (const reason of CANCEL_REASONS) {
      const change = { from: "completed", to: "cancelled", at, byName: "Claire Petit", reason } as const;
      const words = wordsOf(html(<AgreementTimeline status="cancelled" changes={[change]} />));
      expectNoCode(words);
      expect(words).toContain(cancelReasonText(reason));
      expect(words).toContain("par Claire Petit");
    }
    for (const to of AGREEMENT_STATUSES)
      expectNoCode(
        wordsOf(
          html(
            <AgreementTimeline status={to} changes={[{ from: null, to, at, byName: null, reason: null }]} />,
          ),
        ),
      );
    const unknown = {
      from: "completed",
      to: "cancelled",
      at,
      byName: null,
      reason: "code_of_before",
    } as const;
    expectNoCode(wordsOf(html(<AgreementTimeline status="cancelled" changes={[unknown]} />)));
  });

  it("among the messages that administrators follow, older ones included", () => {
    const words = [
      ...[...SKIP_REASONS, "told_before", null].map(skipReasonText),
      ...[...PROVIDER_STATUSES, "a_word_of_the_provider"].map((status) => providerStatusText(status)),
      ...[...CHANNELS, "none", "carrier_pigeon"].map(channelText),
      ...MESSAGE_STATUSES.flatMap((status) => Object.values(messageStatusText(status)).slice(1)),
      eventText("event.of_before"),
      ...HELP_TOPICS.map((topic) => HELP_TOPIC_LABELS[topic]),
    ].join(" ");
    expectNoCode(words);
  });

  it("in a timeline that says who did what", () => {
    const step = {
      title: "Candidature acceptée",
      date: "1er mars 2027 à 10 h",
      by: "Claire Petit",
      state: "done",
    } as const;
    expect(wordsOf(html(<Timeline label="Suivi" steps={[step]} />))).toContain(
      "1er mars 2027 à 10 h, par Claire Petit",
    );
  });
});

it("a reason that the host chose reads the same on the page and in the e-mail", async () => {
  const [sample] = applicationDeclined.samples;
  for (const reason of DECLINE_REASONS) {
    const props = { ...sample.props, reason };
    const { text } = await renderEmail(applicationDeclined, {
      ...props,
      firstName: "Inès",
      timeZone: "Europe/Paris",
      unsubscribeLink: null,
      canReply: true,
    });
    expect(text).toContain(DECLINE_REASON_LABELS[reason]);
  }
});
