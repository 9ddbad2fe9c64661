import { Link } from "@remix-run/react";
import {
  spellEffects,
  type CampaignEffect,
  type CampaignSettings,
} from "#app/domain/campaigns/campaign-settings.ts";
import type { CampaignStatus } from "#app/domain/campaigns/campaign.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { campaignEffectText } from "../messages/administration/campaigns.ts";
import { adminTrail } from "./admin-trail.ts";
import { CampaignForm } from "./campaign-form.tsx";

interface ListedCampaign {
  id: string;
  schoolYear: string;
  startsOn: string;
  endsOn: string;
  status: CampaignStatus;
}

interface CampaignPageProps {
  campaigns: readonly ListedCampaign[];
  /** The one that is shown, or what a new one proposes. */
  settings: CampaignSettings;
  /** As it was read; null for a new one. */
  version: string | null;
  isOver: boolean;
  done: DoneCode<"campaign"> | null;
  refusal: (Refusal & { effects?: CampaignEffect[] }) | undefined;
}

const STATUS_WORDS = { official: "Dates officielles", provisional: "Dates provisoires" } as const;

/** The settings of a year: who may act from when, on which days. */
export function CampaignPage(props: CampaignPageProps) {
  const { campaigns, settings, version, isOver, done, refusal } = props;
  const effects = refusal?.effects ?? [];
  const isNew = version === null;
  return (
    <Page narrow>
      <PageHeader
        title={isNew ? "Créer la campagne" : `Campagne ${settings.schoolYear}`}
        crumb="Campagne"
        trail={adminTrail}
        lead={
          isNew
            ? "Les valeurs proposées sont à vérifier : rien n’est enregistré tant que vous n’avez pas validé."
            : `Stages ${frenchPeriod(settings.startsOn, settings.endsOn)}.`
        }
        {...(isNew ? {} : { aside: <Status status={settings.status} /> })}
      />
      {refusal ? null : <DoneNotice page="campaign" done={done} />}
      <RefusalNotice refusal={refusal} />
      {effects.length > 0 ? <Effects effects={effects} /> : null}
      {isOver ? (
        <Notice title="Cette campagne est terminée">
          <p>Ses réglages ne changent plus.</p>
        </Notice>
      ) : (
        <CampaignForm
          key={version ?? "new"}
          settings={settings}
          version={version}
          effects={effects.length > 0 ? spellEffects(effects) : null}
          refusal={refusal}
          button={buttonLabel(isNew, effects.length > 0)}
        />
      )}
      <OtherCampaigns campaigns={campaigns} shown={isNew ? null : settings.schoolYear} />
    </Page>
  );
}

function buttonLabel(isNew: boolean, told: boolean): string {
  if (told) return "Enregistrer malgré tout";
  return isNew ? "Créer la campagne" : "Enregistrer";
}

function Status({ status }: { status: CampaignStatus }) {
  return <StatusBadge tone={status === "official" ? "success" : "info"}>{STATUS_WORDS[status]}</StatusBadge>;
}

function Effects({ effects }: { effects: readonly CampaignEffect[] }) {
  return (
    <Notice tone="warning" title="Rien n’est encore enregistré : voici ce que ce changement entraîne" live>
      <ul>
        {effects.map((effect) => (
          <li key={effect.code}>{campaignEffectText(effect)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function OtherCampaigns({
  campaigns,
  shown,
}: {
  campaigns: readonly ListedCampaign[];
  shown: string | null;
}) {
  const others = campaigns.filter(({ schoolYear }) => schoolYear !== shown);
  if (others.length === 0 && shown === null) return null;
  return (
    <section aria-labelledby="autres">
      <h2 id="autres">Autres campagnes</h2>
      <ul>
        {others.map(({ id, schoolYear, startsOn, endsOn }) => (
          <li key={id}>
            <Link to={paths.admin.campaign({ annee: schoolYear })}>Campagne {schoolYear}</Link>,{" "}
            {frenchPeriod(startsOn, endsOn)}
          </li>
        ))}
        {shown === null ? null : (
          <li>
            <Link to={paths.admin.campaign({ annee: "nouvelle" })}>Créer une autre campagne</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
