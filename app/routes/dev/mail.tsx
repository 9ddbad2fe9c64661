import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getMail } from "#app/domain/notifications/admin/mailbox.queries.server.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/components/data-list.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { PlainText } from "#app/ui/components/plain-text.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireMailbox } from "./require-mailbox.server.ts";

export const handle = { answersJson: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.subject ?? "Message introuvable") },
];

export async function loader(args: LoaderFunctionArgs) {
  const mail = await getMail(requireMailbox(appOf(args)), args.params.mailId);
  if (!mail) throw notFound();
  return mail;
}

export default function Mail() {
  const mail = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title={mail.subject}
        trail={[{ to: paths.mailbox.list(), label: "Boîte aux lettres de démonstration" }]}
      />
      <DataList
        items={[
          { term: "Destinataire", details: mail.to },
          { term: "Expéditeur", details: mail.from },
          { term: "Heure", details: frenchDateTime(new Date(mail.at)) },
        ]}
      />
      <h2>Liens</h2>
      {mail.links.length === 0 ? (
        <p>Ce message n’a pas de lien.</p>
      ) : (
        <ul>
          {mail.links.map((link) => (
            <li key={link}>
              <a href={link}>{link}</a>
            </li>
          ))}
        </ul>
      )}
      <h2>Version texte</h2>
      <PlainText text={mail.text} />
      <h2>Version HTML</h2>
      <iframe
        title="Message tel qu’il s’affiche"
        src={paths.mailbox.html(mail.id)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        width="100%"
        height="760"
      />
    </Page>
  );
}
