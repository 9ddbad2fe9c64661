import { Form, Link } from "@remix-run/react";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton } from "../components/form.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { adminTrail } from "./admin-trail.ts";
import { SynonymsForm, type RefusedWords } from "./synonyms-form.tsx";

interface SynonymsPageProps {
  groups: readonly { id: string; words: string[] }[];
  total: number;
  nextCursor: string | null;
  isFirstPage: boolean;
  containing: string;
  /** What was just done. */
  done: DoneCode<"synonyms"> | null;
  /** A group that was refused. */
  refused: RefusedWords | null;
}

/** Every group of synonyms, by its first word, with a filter and a form for one more. */
export function SynonymsPage(props: SynonymsPageProps) {
  const { groups, total, nextCursor, isFirstPage, containing, done, refused } = props;
  const query = containing ? { mot: containing } : {};
  return (
    <Page>
      <PageHeader
        title="Synonymes de la recherche"
        trail={adminTrail}
        lead="Chercher un mot d’un groupe trouve aussi les offres qui emploient les autres."
      />
      <ErrorSummary errors={errorLinks(refused?.errors ?? {})} />
      {refused ? null : <DoneNotice page="synonyms" done={done} />}
      <Disclosure title="Ajouter un groupe" open={refused !== null}>
        <SynonymsForm
          key={refused?.words ?? ""}
          words={refused?.words ?? ""}
          error={refused?.errors.words?.[0]}
          button="Ajouter ce groupe"
        />
      </Disclosure>
      <Form method="get" action={paths.admin.synonyms()} className="filter-form synonym-filter" role="search">
        <TextField
          key={containing}
          name="mot"
          label="Groupes qui contiennent"
          type="search"
          defaultValue={containing}
        />
        <SubmitButton variant="secondary">Filtrer</SubmitButton>
      </Form>
      <section aria-labelledby="groupes">
        <h2 id="groupes">
          {plural(total, "groupe")}
          {containing ? ` avec «\u00a0${containing}\u00a0»` : ""}
        </h2>
        {groups.length > 0 ? <SynonymList groups={groups} /> : <NoGroup containing={containing} />}
      </section>
      <NextPageLink
        to={nextCursor ? paths.admin.synonyms({ ...query, curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.admin.synonyms(query)}
      />
    </Page>
  );
}

function SynonymList({ groups }: Pick<SynonymsPageProps, "groups">) {
  return (
    <ul className="synonym-list">
      {groups.map(({ id, words }) => (
        <li key={id} className="synonym-list__group">
          <p id={`groupe-${id}`} lang="fr">
            <strong>{words[0]}</strong> {words.slice(1).map((word) => ` · ${word}`)}
          </p>
          <Link className="fr-link" to={paths.admin.synonymGroup(id)} aria-describedby={`groupe-${id}`}>
            Modifier
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoGroup({ containing }: { containing: string }) {
  return (
    <EmptyState
      title={containing ? "Aucun groupe ne contient ce mot" : "Aucun groupe"}
      level={3}
      suggestions={containing ? [{ to: paths.admin.synonyms(), label: "Voir tous les groupes" }] : []}
    />
  );
}
