import type { ReactNode } from "react";
import type { OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Stepper } from "../components/stepper.tsx";

const TITLES: Record<OfferStep, string> = {
  1: "Votre structure",
  2: "Le stage",
  3: "Le lieu, les places et les horaires",
};

/** What each step needs to show its fields: what was typed, and what is wrong with it. */
export interface StepFields {
  field: (name: string) => { name: string; defaultValue: string; error: string | undefined };
  text: (name: string) => string;
  list: (name: string) => string[];
}

export function stepFields(
  values: Record<string, string | string[]>,
  errors: Record<string, string[]>,
): StepFields {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : "";
  };
  const list = (name: string) => {
    const value = values[name];
    return Array.isArray(value) ? value : [];
  };
  return {
    text,
    list,
    field: (name) => ({ name, defaultValue: text(name), error: errors[name]?.[0] }),
  };
}

interface OfferStepFormProps {
  draftId: string;
  step: OfferStep;
  errors: Record<string, string[]>;
  children: ReactNode;
}

/** One step of the offer: its address holds the draft, so that it is found again without JavaScript. */
export function OfferStepForm({ draftId, step, errors, children }: OfferStepFormProps) {
  const here = { brouillon: draftId, etape: String(step) };
  const next = step < 3 ? TITLES[(step + 1) as OfferStep] : "Relire et publier";
  return (
    <>
      <Stepper current={step} total={3} title={TITLES[step]} next={next} />
      <ErrorSummary errors={errorLinks(errors)} />
      <SubmitForm mandatory="unmarked" action={paths.employer.newOffer(here)} key={`${draftId}-${step}`}>
        <input type="hidden" name="brouillon" value={draftId} />
        <input type="hidden" name="etape" value={step} />
        {children}
        <ButtonRow>
          <SubmitButton intent="continue">Continuer</SubmitButton>
          <SubmitButton intent="later" variant="secondary">
            Enregistrer et finir plus tard
          </SubmitButton>
          {step > 1 ? (
            <ButtonLink
              variant="tertiary"
              to={paths.employer.newOffer({ brouillon: draftId, etape: String(step - 1) })}
            >
              Étape précédente
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </SubmitForm>
    </>
  );
}
