import { useSubmit } from "@remix-run/react";
import { useState, type FormEvent, type ReactNode } from "react";
import { HiddenField, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { PASSKEY_SILENCE, passkeyTrouble } from "../../messages/accounts/passkeys.ts";

interface PasskeyFormProps {
  /** Asks the device, and gives what it answers. */
  ask: () => Promise<unknown>;
  children: ReactNode;
}

/** A form that goes once the device has answered; without scripts the server says what is missing. */
export function PasskeyForm({ ask, children }: PasskeyFormProps) {
  const submit = useSubmit();
  const [trouble, setTrouble] = useState<string | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    setTrouble(null);
    try {
      filled.set("response", JSON.stringify(await ask()));
    } catch (error) {
      setTrouble(passkeyTrouble(error instanceof Error ? error.name : PASSKEY_SILENCE));
      return;
    }
    submit(filled, { method: "post" });
  }

  return (
    <SubmitForm onSubmit={(event) => void send(event)}>
      {trouble ? <Notice tone="warning" title={trouble} live /> : null}
      <HiddenField name="response" value="" />
      {children}
    </SubmitForm>
  );
}
