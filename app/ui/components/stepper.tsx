import { Stepper as DsfrStepper } from "@codegouvfr/react-dsfr/Stepper";

/** "Étape 2 sur 3", its title and the next one. */
export function Stepper(props: { current: number; total: number; title: string; next?: string }) {
  return (
    <DsfrStepper
      currentStep={props.current}
      stepCount={props.total}
      title={props.title}
      {...(props.next ? { nextTitle: props.next } : {})}
    />
  );
}
