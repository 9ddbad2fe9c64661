import { proposedCampaign, type CampaignSettings } from "#app/domain/campaigns/campaign-settings.ts";

/** What the form sends of the campaign proposed on 30 November 2026, with what was typed over it. */
export function typedCampaign(changes: Record<string, string> = {}): Record<string, string> {
  return Object.assign(formOf(proposedCampaign("2026-11-30")), changes);
}

/** What the form sends when nothing is changed. */
export function formOf({ weeks, ...settings }: CampaignSettings): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings)) typed[name] = String(value);
  for (const { week, startsOn, endsOn } of weeks) {
    typed[`week${week}StartsOn`] = startsOn;
    typed[`week${week}EndsOn`] = endsOn;
  }
  return typed;
}
