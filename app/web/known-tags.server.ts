/** The tags of what the asker already holds; "*" when it holds anything at all. */
export function knownTags(request: Request): readonly string[] {
  return (
    request.headers
      .get("If-None-Match")
      ?.trim()
      .split(/\s*,\s*/) ?? []
  );
}
