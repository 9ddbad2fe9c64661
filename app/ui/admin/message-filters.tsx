import { Form, Link } from "@remix-run/react";
import { MESSAGE_STATUSES, type MessageStatus } from "#app/domain/notifications/message-states.ts";
import { paths } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { EVENT_OPTIONS, messageStatusText } from "../messages/administration/message-log.ts";

export interface FilterValues {
  etat?: MessageStatus | undefined;
  modele?: string | undefined;
  evenement?: string | undefined;
  du?: string | undefined;
  au?: string | undefined;
  comme?: string | undefined;
}

interface MessageFiltersProps {
  values: FilterValues;
  templates: readonly string[];
  /** What was typed in the search by address, and why it was refused. */
  search: { address: string; error?: string | undefined };
}

/** Filters in the address; the search by address is sent apart, so that no address enters one. */
export function MessageFilters({ values, templates, search }: MessageFiltersProps) {
  const filtered = Object.values(values).some(Boolean);
  return (
    <div className="message-filters">
      <Disclosure title="Filtrer le journal" open={filtered && !values.comme}>
        <Form method="get" action={paths.admin.messages()}>
          <div className="message-filters__fields">
            <SelectField
              name="etat"
              label="État"
              emptyLabel="Tous les états"
              options={MESSAGE_STATUSES.map((value) => ({ value, label: messageStatusText(value).text }))}
              defaultValue={values.etat ?? ""}
            />
            <SelectField
              name="evenement"
              label="Événement"
              emptyLabel="Tous les événements"
              options={EVENT_OPTIONS}
              defaultValue={values.evenement ?? ""}
            />
            <SelectField
              name="modele"
              label="Modèle"
              emptyLabel="Tous les modèles"
              options={templates.map((value) => ({ value, label: value }))}
              defaultValue={values.modele ?? ""}
            />
            <TextField name="du" label="Du" type="date" defaultValue={values.du ?? ""} />
            <TextField name="au" label="Au" type="date" defaultValue={values.au ?? ""} />
          </div>
          {values.comme ? <input type="hidden" name="comme" value={values.comme} /> : null}
          <SubmitButton variant="secondary">Filtrer</SubmitButton>
        </Form>
      </Disclosure>
      <Disclosure title="Chercher une adresse" open={Boolean(search.error)}>
        <SubmitForm className="filter-form">
          <TextField
            name="address"
            label="Adresse exacte"
            hint="Elle n’apparaît ni dans la barre d’adresse, ni dans l’historique."
            type="email"
            autoComplete="off"
            defaultValue={search.address}
            error={search.error}
          />
          <SubmitButton variant="secondary">Chercher</SubmitButton>
        </SubmitForm>
      </Disclosure>
      {filtered ? (
        <p className="message-filters__reset">
          {values.comme ? "Messages d’un seul destinataire. " : null}
          <Link to={paths.admin.messages()}>Revenir à tous les messages</Link>
        </p>
      ) : null}
    </div>
  );
}
