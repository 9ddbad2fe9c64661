/** The e-mails and their samples take a while to load: the first administrator waits for them, the start does not. */
async function loadCatalogue() {
  const { emailCatalogue } = await import("#app/emails/catalogue.server.ts");
  return emailCatalogue;
}

export async function listTemplateNames(): Promise<string[]> {
  return (await loadCatalogue()).map(({ name }) => name);
}

/** Each e-mail with what it is for; its readers are those of its samples. */
export async function listTemplates() {
  const catalogue = await loadCatalogue();
  return catalogue.map(({ name, events, urgency, topic, samples }) => ({
    name,
    events,
    urgency,
    topic,
    readers: [...new Set(samples.map(({ reader }) => reader))],
    subject: samples[0]?.subject ?? name,
  }));
}

/** One e-mail written for one of its samples, the first when the number means nothing; null for an unknown name. */
export async function readTemplate(name: string | undefined, sampleNumber: string | null) {
  const entry = (await loadCatalogue()).find((one) => one.name === name);
  const index = Math.max(0, Number(sampleNumber ?? "1") - 1);
  const chosen = entry?.samples[index] ? index : 0;
  const sample = entry?.samples[chosen];
  if (!entry || !sample) return null;
  const { name: known, events, urgency, topic, samples } = entry;
  return {
    name: known,
    events,
    urgency,
    topic,
    readers: samples.map(({ reader }) => reader),
    sample: chosen + 1,
    email: await sample.render(),
  };
}
