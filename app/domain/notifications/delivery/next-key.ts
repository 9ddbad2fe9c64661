/** The key of a message that leaves once more: a new mail for the provider. */
export function nextKey(key: string): string {
  const [, first = key, times = "0"] = /^(.*?)(?:\/retry-(\d+))?$/.exec(key) ?? [];
  return `${first}/retry-${Number(times) + 1}`;
}
