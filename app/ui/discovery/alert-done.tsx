import { Notice } from "../components/notice.tsx";

const DONE: Record<string, { title: string; text: string }> = {
  create: {
    title: "Alerte créée",
    text: "Un message vous préviendra dès qu’une offre répondra à cette recherche. Vous pouvez préférer un message chaque matin.",
  },
  stop: { title: "Alerte arrêtée", text: "Elle reste ici\u00a0: un clic suffit pour la reprendre." },
  restart: {
    title: "Alerte reprise",
    text: "Un message vous préviendra des offres qui paraîtront à partir de maintenant.",
  },
  delete: { title: "Alerte supprimée", text: "Vous pouvez en créer une autre à partir d’une recherche." },
  frequency: { title: "Fréquence changée", text: "C’est noté, dès la prochaine offre." },
};

/** Tells what the pupil has just done, from the address. */
export function AlertDone({ done }: { done: string | null }) {
  const told = done !== null && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return told ? (
    <Notice tone="success" title={told.title} live>
      <p>{told.text}</p>
    </Notice>
  ) : null;
}
