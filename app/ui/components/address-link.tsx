/** An address, and the way there on an open map: another site, opened only by whoever presses the link. */
export function AddressWithRoute({ address }: { address: string }) {
  const query = new URLSearchParams({ query: address }).toString();
  return (
    <>
      {address}
      <br />
      <a href={`https://www.openstreetmap.org/search?${query}`} rel="noreferrer">
        Itinéraire (OpenStreetMap)
      </a>
    </>
  );
}
