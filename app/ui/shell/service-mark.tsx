/** The service's own sign: a signpost with two arms, one for each week. */
export function ServiceMark() {
  return (
    <svg
      className="service-mark"
      viewBox="0 0 40 40"
      width="40"
      height="40"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="service-mark__ground" width="40" height="40" rx="10" />
      <path className="service-mark__post" d="M18.5 7h3v26h-3z" />
      <path className="service-mark__week-1" d="M9 10h17l4.5 4L26 18H9z" />
      <path className="service-mark__week-2" d="M31 20H14l-4.5 4 4.5 4h17z" />
    </svg>
  );
}
