import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { listMails } from "#app/domain/notifications/admin/mailbox.queries.server.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { SubmitButton } from "#app/ui/components/form.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { TextField } from "#app/ui/components/fields/text-field.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { wantsJson } from "#app/web/json-answer.server.ts";
import { requireMailbox } from "./require-mailbox.server.ts";
import { listTexts } from "./texts.server.ts";

export const handle = { answersJson: true };

export const meta: MetaFunction = () => [{ title: pageTitle("Boîte aux lettres de démonstration") }];

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const db = requireMailbox(app);
  const query = new URL(request.url).searchParams;
  const address = query.get("a");
  const before = query.get("avant");
  const { mails, next } = await listMails(db, { address, before });
  const texts = before ? [] : await listTexts(app.env.SMS_FILE, address);
  if (wantsJson(request)) return { mails, texts, address, next };
  const lines = mails.map((mail) => ({ ...mail, text: "", html: "" }));
  return { mails: lines, texts, address, next };
}

export default function Mailbox() {
  const { mails, texts, address, next } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title="Boîte aux lettres de démonstration"
        lead="Les messages que le service aurait envoyés. Aucun n’est parti."
      />
      <Form className="filter-form" method="get" action={paths.mailbox.list()} role="search">
        <TextField name="a" label="Adresse ou numéro du destinataire" defaultValue={address ?? ""} />
        <SubmitButton variant="secondary">Filtrer</SubmitButton>
      </Form>
      <Texts texts={texts} />
      {mails.length === 0 ? (
        <EmptyState
          title={address ? "Aucun message pour cette adresse" : "Aucun message pour le moment"}
          suggestions={address ? [{ to: paths.mailbox.list(), label: "Voir tous les messages" }] : []}
        >
          <p>
            Un message part dans les secondes qui suivent une candidature, une réponse ou une confirmation.
          </p>
        </EmptyState>
      ) : (
        <>
          <h2>E-mails, du plus récent au plus ancien</h2>
          <ul>
            {mails.map((mail) => (
              <li key={mail.id}>
                <Link to={paths.mailbox.mail(mail.id)}>{mail.subject}</Link>
                <br />
                Pour <Link to={paths.mailbox.list(mail.to)}>{mail.to}</Link>, le{" "}
                {frenchDateTime(new Date(mail.at))}
              </li>
            ))}
          </ul>
        </>
      )}
      <NextPageLink to={next && paths.mailbox.list(address ?? undefined, next)} firstPage={null} />
    </Page>
  );
}

/** Whole, as a telephone shows them. */
function Texts({ texts }: { texts: SerializeFrom<typeof loader>["texts"] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h2>SMS, du plus récent au plus ancien</h2>
      <ul>
        {texts.map(({ to, text, at, links }) => (
          <li key={`${to} ${at}`}>
            Pour <Link to={paths.mailbox.list(to)}>{to}</Link>, le {frenchDateTime(new Date(at))}
            <br />
            {text}
            {links.map((link) => (
              <Fragment key={link}>
                <br />
                <a href={link}>{link}</a>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
