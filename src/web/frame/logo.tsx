/** The lookout: an eye on the horizon. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width={24} height={24} aria-hidden="true" focusable="false">
      <rect width={32} height={32} rx={8} fill="var(--v-accent)" />
      <path
        d="M6 17.500C9 12.500 12.300 10 16 10s7 2.500 10 7.500"
        stroke="var(--v-on-accent)"
        strokeWidth={2.4}
        strokeLinecap="round"
        fill="none"
      />
      <circle cx={16} cy={18.5} r={4} fill="var(--v-on-accent)" />
    </svg>
  );
}
