import type { ReactNode } from "react";
import { Page, PageHeader } from "../components/page-header.tsx";

interface PresentationPageProps {
  title: string;
  lead: string;
  /** What the service does for this audience. */
  points: readonly { title: string; text: string }[];
  /** How to get in. */
  children: ReactNode;
}

/** What the service does for one audience, for whoever has no account there. */
export function PresentationPage({ title, lead, points, children }: PresentationPageProps) {
  return (
    <Page narrow>
      <PageHeader title={title} lead={lead} />
      <section aria-labelledby="ici">
        <h2 id="ici">Ce que vous faites ici</h2>
        <ol className="presentation">
          {points.map((point) => (
            <li className="steps__item" key={point.title}>
              <h3 className="steps__title">{point.title}</h3>
              <p className="steps__text">{point.text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="entrer">
        <h2 id="entrer">Comment entrer&nbsp;?</h2>
        {children}
      </section>
    </Page>
  );
}
