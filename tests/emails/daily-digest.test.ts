import { describe, expect, it } from "vitest";
import { dailyDigest } from "#app/emails/digest/daily-digest.tsx";
import { renderEmail } from "#app/emails/render-email.server.ts";

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    subject: `Nouvelle ${index + 1}`,
    summary: `La nouvelle ${index + 1} en une phrase.`,
    action: { label: "Voir", link: `https://stage.example.org/${index + 1}` },
  }));

const digest = (count: number, link: string | null = "https://stage.example.org/notifications") =>
  renderEmail(dailyDigest(null), {
    items: items(count),
    link,
    firstName: "Claire",
    timeZone: "Europe/Paris",
    unsubscribeLink: null,
    canReply: true,
  });

describe("the digest of the day", () => {
  it("lists each message with its own link, and where all are kept", async () => {
    const { subject, html, text, summary } = await digest(2);
    expect(subject).toBe("Stages de seconde : 2 messages à lire");
    expect(summary).toBe("Nouvelle 1 · Nouvelle 2");
    for (const part of [html, text]) {
      expect(part).toContain("La nouvelle 2 en une phrase.");
      expect(part).toContain("https://stage.example.org/2");
      expect(part).toContain("https://stage.example.org/notifications");
    }
  });

  it("stays short when there is much to list", async () => {
    const { html, text, summary } = await digest(23);
    expect(summary).toBe("Nouvelle 1 · Nouvelle 2 · Nouvelle 3");
    for (const part of [html, text]) {
      expect(part).not.toContain("La nouvelle 21");
      expect(part).toContain("3 autres messages vous attendent sur le service.");
    }
  });

  it("sends those without account nowhere but to the messages themselves", async () => {
    expect((await digest(2, null)).action).toBeNull();
  });
});
