import {
  hostKey,
  NOTE_LENGTH,
  type HostNote,
  type RememberedHost,
} from "#app/domain/host-memory/host-memory.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";

interface HostNotesProps {
  host: RememberedHost;
  describedBy: string;
  refusal: Refusal | undefined;
}

/** What the team wrote of a host, and one more note. */
export function HostNotes({ host, describedBy, refusal }: HostNotesProps) {
  const form = { host, describedBy, refusal };
  return (
    <>
      {host.notes.map((note) => (
        <div key={note.id}>
          <p className="pupil-file__words">{note.body}</p>
          <p className="pupil-file__more">
            {note.byName}, le {frenchDate(parisDate(note.writtenAt))}
            {note.changedAt ? `, modifiée le ${frenchDate(parisDate(note.changedAt))}` : ""}
          </p>
          {note.isMine ? <OwnNote note={note} {...form} /> : null}
        </div>
      ))}
      <Disclosure title="Écrire une note pour l’équipe" open={isRefused(host, "", refusal)}>
        <NoteForm {...form} />
      </Disclosure>
    </>
  );
}

function OwnNote({ note, ...form }: HostNotesProps & { note: HostNote }) {
  return (
    <Disclosure title="Modifier ou supprimer ma note" open={isRefused(form.host, note.id, form.refusal)}>
      <NoteForm note={note} {...form} />
      <SubmitForm>
        <HiddenField name="noteId" value={note.id} />
        <SubmitButton intent="remove" variant="tertiary" size="sm" describedBy={form.describedBy}>
          Supprimer ma note
        </SubmitButton>
      </SubmitForm>
    </Disclosure>
  );
}

function NoteForm({ host, describedBy, refusal, note }: HostNotesProps & { note?: HostNote }) {
  const refused = isRefused(host, note?.id ?? "", refusal);
  return (
    <SubmitForm mandatory="one">
      <HiddenField name="host" value={hostKey(host)} />
      {note ? <HiddenField name="noteId" value={note.id} /> : null}
      <TextAreaField
        id={`note-${note?.id ?? hostKey(host)}`}
        name="body"
        label="Note"
        hint="Sur la structure : qui appeler, ce qui convient, ce qui est à éviter. Rien sur un élève."
        rows={3}
        maxLength={NOTE_LENGTH}
        required
        defaultValue={refused ? textOf(refusal, "body") : (note?.body ?? "")}
        error={refused ? refusal?.errors.body?.[0] : undefined}
      />
      <SubmitButton intent="save" variant="secondary" size="sm" describedBy={describedBy}>
        Enregistrer la note
      </SubmitButton>
    </SubmitForm>
  );
}

/** Whether what was refused came from this form. */
function isRefused(host: RememberedHost, noteId: string, refusal: Refusal | undefined): boolean {
  return (
    refusal !== undefined && textOf(refusal, "host") === hostKey(host) && textOf(refusal, "noteId") === noteId
  );
}
