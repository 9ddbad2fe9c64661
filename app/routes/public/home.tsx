import { useLoaderData } from "@remix-run/react";

import { HomePage } from "#app/ui/home/home-page.tsx";

export function loader() {
  return { campaign: null as { startsOn: string; endsOn: string } | null };
}

export default function Home() {
  const { campaign } = useLoaderData<typeof loader>();
  return <HomePage campaign={campaign} />;
}
